/** Controls of the bar that lists of more than one kind have. */
import { useState } from 'react';
import { Button, MenuItem } from '@strapi/design-system';
import { Trash } from '@strapi/icons';
import { ChoiceMenu } from '../choice-menu';
import { StatusLabel } from '../status-label';
import { useTranslate } from '../translate';
import type { BulkControlProps } from './bulk-action-view';
import { DeleteManyDialog } from './delete-many-dialog';

interface StatusChoicesProps extends BulkControlProps {
  statuses: { documentId: string; name: string; displayName: string; color: string | null }[];
}

/** Picks a status's name. */
export const StatusChoices = ({ statuses, onPick, isBusy }: StatusChoicesProps) => {
  const t = useTranslate();
  return (
    <ChoiceMenu label={t('field.status')} variant="tertiary" disabled={isBusy}>
      {statuses.map((status) => (
        <MenuItem key={status.documentId} onSelect={() => onPick(status.name)}>
          <StatusLabel status={status} />
        </MenuItem>
      ))}
      <MenuItem onSelect={() => onPick(null)}>{t('status.none')}</MenuItem>
    </ChoiceMenu>
  );
};

interface OwnerChoicesProps extends BulkControlProps {
  owners: { id: number; name: string }[];
}

export const OwnerChoices = ({ owners, onPick, isBusy }: OwnerChoicesProps) => {
  const t = useTranslate();
  return (
    <ChoiceMenu label={t('field.owner')} variant="tertiary" disabled={isBusy}>
      {owners.map(({ id, name }) => (
        <MenuItem key={id} onSelect={() => onPick(id)}>
          {name}
        </MenuItem>
      ))}
      <MenuItem onSelect={() => onPick(null)}>{t('owner.none')}</MenuItem>
    </ChoiceMenu>
  );
};

interface DeletionProps extends BulkControlProps {
  /** What goes, in words. */
  sentence: string;
  title: string;
}

export const Deletion = ({ onPick, isBusy, count, sentence, title }: DeletionProps) => {
  const t = useTranslate();
  const [isDeleting, setDeleting] = useState(false);
  return (
    <>
      <Button
        variant="danger-light"
        startIcon={<Trash />}
        disabled={isBusy}
        onClick={() => setDeleting(true)}
      >
        {t('common.delete')}
      </Button>
      <DeleteManyDialog
        isOpen={isDeleting}
        onClose={() => setDeleting(false)}
        onConfirm={() => onPick(null)}
        {...{ count, sentence, title }}
      />
    </>
  );
};
