import { useState } from 'react';
import { Box, Button, Flex, TextButton, MenuItem, Typography } from '@strapi/design-system';
import { Trash } from '@strapi/icons';
import { styled } from 'styled-components';
import type { BulkChange } from '../../../../../server/src/modules/contacts/contract';
import { ChoiceMenu } from '../../../shared/choice-menu';
import { useEdition } from '../../../shared/edition';
import { useCan } from '../../../shared/permissions';
import { useTranslate } from '../../../shared/translate';
import { useContactStatuses } from '../api';
import { StateLabel, STATES } from '../components/state-label';
import { StatusLabel } from '../components/status-label';
import { DeleteManyDialog } from './delete-many-dialog';
import { EVERYTHING_MATCHING, NOTHING, type Selection } from './selection';
import { useBulk } from './use-bulk';

interface BulkBarProps {
  selection: Selection;
  onSelect: (selection: Selection) => void;
  filter: Record<string, string>;
  /** How many match the filter; undefined while that is being counted. */
  matching: { count: number; exact: boolean } | undefined;
}

/** What can be done with the selected rows, or with everything that matches the filter. */
export const BulkBar = ({ selection, onSelect, filter, matching }: BulkBarProps) => {
  const t = useTranslate();
  const canUpdate = useCan('contacts.update');
  const canDelete = useCan('contacts.delete');
  const [isDeleting, setDeleting] = useState(false);
  const { start, isStarting } = useBulk({ selection, filter, onStarted: () => onSelect(NOTHING) });
  const count = selection.mode === 'some' ? selection.documentIds.size : matching?.count;
  return (
    <Bar role="region" aria-label={t('bulk.label')}>
      <Flex gap={3} wrap="wrap">
        <Typography fontWeight="semiBold" aria-live="polite">
          {count === undefined ? t('bulk.selectedAll') : t('bulk.selected', { count })}
        </Typography>
        {selection.mode === 'some' && (
          <TextButton onClick={() => onSelect(EVERYTHING_MATCHING)}>
            {matching ? t('bulk.selectMatching', matchingWords(matching)) : t('bulk.selectAll')}
          </TextButton>
        )}
        <TextButton onClick={() => onSelect(NOTHING)}>{t('bulk.clear')}</TextButton>
      </Flex>
      <Flex gap={2} wrap="wrap">
        {canUpdate && <BulkMenus onPick={start} isBusy={isStarting} />}
        {canDelete && (
          <Button
            variant="danger-light"
            startIcon={<Trash />}
            disabled={isStarting}
            onClick={() => setDeleting(true)}
          >
            {t('common.delete')}
          </Button>
        )}
      </Flex>
      <DeleteManyDialog
        isOpen={isDeleting}
        count={count}
        onClose={() => setDeleting(false)}
        onConfirm={() => start({ action: 'delete' })}
      />
    </Bar>
  );
};

/** "1000+" stands as a word, since an estimate is no number to inflect by. */
const matchingWords = ({ count, exact }: { count: number; exact: boolean }) => ({
  count,
  exact: exact ? 'yes' : 'no',
});

interface BulkMenusProps {
  onPick: (change: BulkChange) => void;
  isBusy: boolean;
}

const BulkMenus = ({ onPick, isBusy }: BulkMenusProps) => {
  const t = useTranslate();
  const edition = useEdition();
  return (
    <>
      <ChoiceMenu label={t('field.state')} variant="tertiary" disabled={isBusy}>
        {STATES.map((state) => (
          <MenuItem key={state} onSelect={() => onPick({ action: 'state', value: state })}>
            <StateLabel state={state} />
          </MenuItem>
        ))}
      </ChoiceMenu>
      {edition === 'ems' && <StatusMenu onPick={onPick} isBusy={isBusy} />}
    </>
  );
};

const StatusMenu = ({ onPick, isBusy }: BulkMenusProps) => {
  const t = useTranslate();
  const { data: statuses = [] } = useContactStatuses();
  return (
    <ChoiceMenu label={t('field.status')} variant="tertiary" disabled={isBusy}>
      {statuses.map((status) => (
        <MenuItem
          key={status.documentId}
          onSelect={() => onPick({ action: 'status', value: status.name })}
        >
          <StatusLabel status={status} />
        </MenuItem>
      ))}
      <MenuItem onSelect={() => onPick({ action: 'status', value: null })}>
        {t('status.none')}
      </MenuItem>
    </ChoiceMenu>
  );
};

const Bar = styled(Box)`
  position: sticky;
  bottom: ${({ theme }) => theme.spaces[4]};
  z-index: 1;
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  justify-content: space-between;
  gap: ${({ theme }) => theme.spaces[3]};
  margin-top: ${({ theme }) => theme.spaces[3]};
  padding: ${({ theme }) => `${theme.spaces[3]} ${theme.spaces[4]}`};
  border: 1px solid ${({ theme }) => theme.colors.primary200};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral0};
  box-shadow: ${({ theme }) => theme.shadows.popupShadow};
`;
