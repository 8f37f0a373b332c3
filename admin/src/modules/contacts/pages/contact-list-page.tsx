import { useState } from 'react';
import { Button } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useCan } from '../../../shared/permissions';
import { PageFrame } from '../../../shared/page-frame';
import { useTranslate } from '../../../shared/translate';
import { CreateContactDialog } from '../card/create-contact-dialog';
import { ContactList } from '../list/contact-list';
import { ExportContacts } from '../list/export-contacts';

const ContactListPage = () => {
  const t = useTranslate();
  const canCreate = useCan('contacts.create');
  const canExport = useCan('contacts.export');
  const [isCreating, setCreating] = useState(false);
  return (
    <PageFrame
      title={t('list.title')}
      actions={
        <>
          {canExport && <ExportContacts />}
          {canCreate && (
            <Button startIcon={<Plus />} onClick={() => setCreating(true)}>
              {t('contact.create')}
            </Button>
          )}
        </>
      }
    >
      <ContactList />
      {isCreating && <CreateContactDialog onClose={() => setCreating(false)} />}
    </PageFrame>
  );
};

export default ContactListPage;
