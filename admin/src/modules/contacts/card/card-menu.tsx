import { useState } from 'react';
import { Flex, IconButton, LinkButton, MenuItem, SimpleMenu } from '@strapi/design-system';
import { ExternalLink, More, Pencil, Trash } from '@strapi/icons';
import { Link, useNavigate } from 'react-router-dom';
import type { ContactDetail } from '../../../../../server/src/modules/contacts/contract';
import { ConfirmDelete } from '../../../shared/confirm-delete';
import { useNotify } from '../../../shared/notices';
import { contactListPath, contactPath, contentManagerPath } from '../../../shared/paths';
import { useCan } from '../../../shared/permissions';
import { toProblem } from '../../../shared/problem';
import { useTranslate } from '../../../shared/translate';
import { useDeleteContact } from '../api';

/** What can be done with the contact as a whole. */
export const CardMenu = ({ contact }: { contact: ContactDetail }) => {
  const t = useTranslate();
  const navigate = useNavigate();
  const canUpdate = useCan('contacts.update');
  const canDelete = useCan('contacts.delete');
  const [isDeleting, setDeleting] = useState(false);
  return (
    <Flex gap={2} shrink={0}>
      {canUpdate && (
        <LinkButton
          tag={Link}
          variant="tertiary"
          startIcon={<Pencil />}
          to={contactPath(contact.documentId, 'profile')}
        >
          {t('common.edit')}
        </LinkButton>
      )}
      <SimpleMenu
        tag={IconButton}
        icon={<More />}
        label={t('common.more')}
        variant="tertiary"
        popoverPlacement="bottom-end"
      >
        <MenuItem
          startIcon={<ExternalLink />}
          onSelect={() => navigate(contentManagerPath(contact.documentId))}
        >
          {t('card.openInContentManager')}
        </MenuItem>
        {canDelete && (
          <MenuItem variant="danger" startIcon={<Trash />} onSelect={() => setDeleting(true)}>
            {t('common.delete')}
          </MenuItem>
        )}
      </SimpleMenu>
      <DeleteContact contact={contact} isOpen={isDeleting} onClose={() => setDeleting(false)} />
    </Flex>
  );
};

interface DeleteContactProps {
  contact: ContactDetail;
  isOpen: boolean;
  onClose: () => void;
}

const DeleteContact = ({ contact, isOpen, onClose }: DeleteContactProps) => {
  const t = useTranslate();
  const notify = useNotify();
  const navigate = useNavigate();
  const { mutateAsync } = useDeleteContact();
  const remove = async () => {
    try {
      await mutateAsync(contact.documentId);
      notify({ type: 'success', message: t('card.deleted', { name: contact.displayName }) });
      navigate(contactListPath, { replace: true });
    } catch (error) {
      notify({ type: 'danger', message: toProblem(error).message ?? t('error.title') });
    }
  };
  return (
    <ConfirmDelete
      isOpen={isOpen}
      title={t('card.deleteTitle')}
      sentence={t('card.deleteConfirm', { name: contact.displayName })}
      onClose={onClose}
      onConfirm={remove}
    />
  );
};
