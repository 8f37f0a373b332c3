import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import type { ContactDetail } from '../../../../../server/src/modules/contacts/contract';
import type { FieldDescription } from '../../../../../server/src/platform/fields/contract';
import type { CardSlotProps } from '../../../shared/admin-module';
import { ErrorState } from '../../../shared/error-state';
import { contentManagerPath } from '../../../shared/paths';
import { useCan } from '../../../shared/permissions';
import { Skeleton } from '../../../shared/skeleton';
import { useTranslate } from '../../../shared/translate';
import { useContact, useContactFields, useUpdateContact } from '../api';
import { cellOf } from '../list/cells';
import ProfileForm from './profile-form';

const ProfileTab = ({ documentId }: CardSlotProps) => {
  const { data: contact } = useContact(documentId);
  const { data: fields, error, refetch } = useContactFields();
  if (error && !fields) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!contact || !fields) return <Skeleton $height="32rem" />;
  return <Profile contact={contact} fields={fields} />;
};

interface ProfileProps {
  contact: ContactDetail;
  fields: FieldDescription[];
}

const Profile = ({ contact, fields }: ProfileProps) => {
  const t = useTranslate();
  const intl = useIntl();
  const { mutateAsync } = useUpdateContact(contact.documentId);
  const show = useCallback(
    (field: FieldDescription) => cellOf(field, { t, intl })(contact),
    [contact, t, intl]
  );
  return (
    <ProfileForm
      record={contact}
      fields={fields}
      canEdit={useCan('contacts.update')}
      editorPath={contentManagerPath(contact.documentId)}
      show={show}
      save={mutateAsync}
    />
  );
};

export default ProfileTab;
