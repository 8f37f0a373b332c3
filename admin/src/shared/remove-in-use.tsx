import { useState, type ReactNode } from 'react';
import { Flex, Radio, Typography } from '@strapi/design-system';
import { ConfirmDelete } from './confirm-delete';
import { useNotify } from './notices';
import { toProblem } from './problem';
import { useTranslate } from './translate';

interface RemoveInUseProps {
  title: string;
  sentence: string;
  /** How much hangs on it, of the numbers the server gives. */
  usedSentence: (counts: Record<string, number>) => string;
  /** False where nothing is left that could take its place. */
  canMove?: boolean;
  /** What clearing means for its holders. */
  clearLabel: string;
  /** Chooses what takes its place. */
  picker: (choose: (documentId: string | null) => void) => ReactNode;
  onClose: () => void;
  /** `outcome` is what the address says of its holders; empty asks whether there are any. */
  remove: (outcome: string) => Promise<unknown>;
  onRemoved: () => void;
}

type Outcome = 'move' | 'clear';
const CONFLICT = 409;

/**
 * Deletes what others may hang on. The server refuses while something does, and tells how much: then
 * it is asked what becomes of that.
 */
export const RemoveInUse = (props: RemoveInUseProps) => {
  const { title, sentence, usedSentence, clearLabel, picker, onClose, remove, onRemoved } = props;
  const { canMove = true } = props;
  const t = useTranslate();
  const notify = useNotify();
  const [refusal, setRefusal] = useState<string | null>(null);
  const [outcome, setOutcome] = useState<Outcome>(canMove ? 'move' : 'clear');
  const [replacement, setReplacement] = useState<string | null>(null);
  const confirm = async () => {
    try {
      await remove(refusal === null ? '' : toQuery(outcome, replacement));
      onRemoved();
    } catch (error) {
      const { status, message, counts } = toProblem(error);
      if (status === CONFLICT && refusal === null) setRefusal(usedSentence(counts));
      else notify({ type: 'danger', message: message ?? t('error.title') });
    }
  };
  return (
    <ConfirmDelete
      isOpen
      title={title}
      sentence={refusal ?? sentence}
      isReady={refusal === null || outcome === 'clear' || replacement !== null}
      onClose={onClose}
      onConfirm={confirm}
    >
      {refusal !== null && (
        <Flex direction="column" alignItems="stretch" gap={3} width="100%">
          <Radio.Group
            aria-label={t('removal.question')}
            value={outcome}
            onValueChange={(value: string) => setOutcome(value === 'clear' ? 'clear' : 'move')}
          >
            <Radio.Item value="move" disabled={!canMove}>
              {t('removal.move')}
            </Radio.Item>
            <Radio.Item value="clear">{t('removal.clear')}</Radio.Item>
          </Radio.Group>
          {outcome === 'move' ? (
            picker(setReplacement)
          ) : (
            <Typography textColor="neutral600">{clearLabel}</Typography>
          )}
        </Flex>
      )}
    </ConfirmDelete>
  );
};

const toQuery = (outcome: Outcome, replacement: string | null): string =>
  outcome === 'clear' ? '?force=true' : `?replaceWith=${encodeURIComponent(replacement ?? '')}`;
