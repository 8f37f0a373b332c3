import { useState, type ReactNode } from 'react';
import { Flex, IconButton, LinkButton, MenuItem, SimpleMenu } from '@strapi/design-system';
import { ExternalLink, More, Pencil, Trash } from '@strapi/icons';
import { Link, useNavigate } from 'react-router-dom';
import { useTranslate } from '../translate';

interface RecordMenuProps {
  /** Null for who may not change it. */
  editPath: string | null;
  /** In the Content Manager. */
  editorPath: string;
  /** Asks, and deletes. Null for who may not. */
  confirmDelete: ((onClose: () => void) => ReactNode) | null;
}

/** What can be done with a contact or an account as a whole. */
export const RecordMenu = ({ editPath, editorPath, confirmDelete }: RecordMenuProps) => {
  const t = useTranslate();
  const navigate = useNavigate();
  const [isDeleting, setDeleting] = useState(false);
  return (
    <Flex gap={2} shrink={0}>
      {editPath && (
        <LinkButton tag={Link} variant="tertiary" startIcon={<Pencil />} to={editPath}>
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
        <MenuItem startIcon={<ExternalLink />} onSelect={() => navigate(editorPath)}>
          {t('card.openInContentManager')}
        </MenuItem>
        {confirmDelete && (
          <MenuItem variant="danger" startIcon={<Trash />} onSelect={() => setDeleting(true)}>
            {t('common.delete')}
          </MenuItem>
        )}
      </SimpleMenu>
      {isDeleting && confirmDelete?.(() => setDeleting(false))}
    </Flex>
  );
};
