import { useRef, useState } from 'react';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { Pencil, Plus, Trash } from '@strapi/icons';
import { useIntl } from 'react-intl';
import type { ScoreView, Threshold } from '../../../../../server/src/modules/scoring/contract';
import { EmptyList } from '../../../shared/list/empty-list';
import { Panel } from '../../../shared/panel';
import { useCan } from '../../../shared/permissions';
import { useTranslate } from '../../../shared/translate';
import { RowButton } from '../row-button';
import { useSaveScore } from '../use-save-score';
import { ThresholdDialog, type ThresholdDraft } from './threshold-dialog';

const NEW: ThresholdDraft = { name: '', at: 100, emails: [] };

/** Totals at which somebody is told. */
export const ThresholdsTab = ({ score }: { score: ScoreView }) => {
  const t = useTranslate();
  const canWrite = useCan('scores.write');
  const addButton = useRef<HTMLButtonElement>(null);
  const { thresholds } = score;
  const { save, problems, isPending } = useSaveScore(score);
  const [edited, setEdited] = useState<{ at: number; draft: ThresholdDraft } | null>(null);
  const change = (next: unknown[], message: string) =>
    save({ data: { thresholds: next }, message, undo: { thresholds } });
  const finish = async (draft: ThresholdDraft) => {
    if (!edited) return;
    const next = [...thresholds.slice(0, edited.at), draft, ...thresholds.slice(edited.at + 1)];
    if (await change(next, t('scores.thresholdSaved', { name: draft.name }))) setEdited(null);
  };
  const remove = ({ id, name }: Threshold) => {
    const next = thresholds.filter((one) => one.id !== id);
    // The buttons of a deleted row take the focus with them.
    addButton.current?.focus();
    void change(next, t('scores.thresholdDeleted', { name }));
  };
  const fresh = { at: thresholds.length, draft: NEW };
  const add = canWrite && (
    <Button ref={addButton} size="S" startIcon={<Plus />} onClick={() => setEdited(fresh)}>
      {t('scores.addThreshold')}
    </Button>
  );
  return (
    <>
      {thresholds.length === 0 ? (
        <EmptyList title={t('scores.noThresholds')} hint={t('scores.noThresholdsHint')}>
          {add}
        </EmptyList>
      ) : (
        <Panel title={t('scores.thresholds')} actions={add}>
          <Flex tag="ul" direction="column" alignItems="stretch">
            {thresholds.map((threshold, at) => (
              <ThresholdRow
                key={threshold.id}
                {...{ threshold, canWrite, isBusy: isPending, isFirst: at === 0 }}
                onEdit={() => setEdited({ at, draft: threshold })}
                onDelete={() => remove(threshold)}
              />
            ))}
          </Flex>
        </Panel>
      )}
      {edited && (
        <ThresholdDialog
          initial={edited.draft}
          isBusy={isPending}
          problem={Object.entries(problems).find(([path]) => path.startsWith('thresholds'))?.[1]}
          onClose={() => setEdited(null)}
          onSave={(draft) => void finish(draft)}
        />
      )}
    </>
  );
};

interface ThresholdRowProps {
  threshold: Threshold;
  canWrite: boolean;
  isBusy: boolean;
  isFirst: boolean;
  onEdit: () => void;
  onDelete: () => void;
}

const ThresholdRow = (props: ThresholdRowProps) => {
  const { threshold, canWrite, isBusy, isFirst, onEdit, onDelete } = props;
  const t = useTranslate();
  const intl = useIntl();
  const { name, at, emails, once } = threshold;
  return (
    <Flex
      tag="li"
      gap={4}
      paddingTop={3}
      paddingBottom={3}
      borderColor="neutral150"
      borderStyle="solid"
      borderWidth={isFirst ? '0' : '1px 0 0 0'}
    >
      <Box width="8rem" textAlign="end" shrink={0}>
        <Typography fontWeight="bold">{t('scores.from', { at: intl.formatNumber(at) })}</Typography>
      </Box>
      <Box flex="1" minWidth={0}>
        <Typography tag="p" fontWeight="semiBold" style={{ overflowWrap: 'anywhere' }}>
          {name}
        </Typography>
        <Typography
          tag="p"
          variant="pi"
          textColor="neutral600"
          style={{ overflowWrap: 'anywhere' }}
        >
          {[
            emails.length > 0
              ? t('scores.tells', { emails: emails.join(', ') })
              : t('scores.tellsNobody'),
            ...(once ? [t('scores.onceShort')] : []),
          ].join(' · ')}
        </Typography>
      </Box>
      {canWrite && (
        <Flex gap={1} shrink={0}>
          <RowButton
            label={t('scores.editRule', { name })}
            icon={<Pencil />}
            onClick={() => !isBusy && onEdit()}
          />
          <RowButton
            label={t('scores.deleteRule', { name })}
            icon={<Trash />}
            onClick={() => !isBusy && onDelete()}
          />
        </Flex>
      )}
    </Flex>
  );
};
