import { useCallback, useMemo } from 'react';
import { Box, Flex, TextButton, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { BulkSelection } from '../../../../server/src/platform/bulk/contract';
import { EVERYTHING_MATCHING, isEmpty, NOTHING, type Selection } from '../list/selection';
import { useTranslate } from '../translate';
import { useBulk } from './use-bulk';
import { useBulkActions } from './use-bulk-actions';

interface BulkBarProps {
  /** The list: `contacts`. */
  subject: string;
  /** "Selected contacts" */
  label: string;
  selection: Selection;
  onSelect: (selection: Selection) => void;
  filter: Record<string, string>;
  /** How many match the filter; undefined while that is being counted. */
  matching: { count: number; exact: boolean } | undefined;
}

/** What can be done with the selected rows, or with everything that matches the filter. */
export const BulkBar = (props: BulkBarProps) =>
  isEmpty(props.selection) ? null : (
    <>
      <Offers {...props} />
      <Box aria-hidden height={4} />
    </>
  );

const Offers = (props: BulkBarProps) => {
  const { subject, label, selection, onSelect, filter, matching } = props;
  const t = useTranslate();
  const actions = useBulkActions(subject);
  const wire = useMemo(() => toWire(selection, filter), [selection, filter]);
  const onStarted = useCallback(() => onSelect(NOTHING), [onSelect]);
  const { start, isStarting } = useBulk({ subject, selection: wire, onStarted });
  const count = selection.mode === 'some' ? selection.documentIds.size : matching?.count;
  return (
    <Bar role="region" aria-label={label}>
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
        {actions.map((action) => (
          <action.Control
            key={action.action}
            count={count}
            isBusy={isStarting}
            onPick={(value) => start(action, value)}
          />
        ))}
      </Flex>
    </Bar>
  );
};

const toWire = (selection: Selection, filter: Record<string, string>): BulkSelection =>
  selection.mode === 'some' ? { documentIds: [...selection.documentIds] } : { filter };

/** "1000+" stands as a word, since an estimate is no number to inflect by. */
const matchingWords = ({ count, exact }: { count: number; exact: boolean }) => ({
  count,
  exact: exact ? 'yes' : 'no',
});

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
