/** Saves a part of a score, says so, and offers to take it back. */
import { useState } from 'react';
import type { ScoreView } from '../../../../server/src/modules/scoring/contract';
import { useNotify } from '../../shared/notices';
import { toProblem } from '../../shared/problem';
import { useTranslate } from '../../shared/translate';
import { useUpdateScore, type ScoreData } from './api';

interface Saving {
  data: ScoreData;
  /** What is said when it is saved. */
  message: string;
  /** What takes it back. */
  undo?: ScoreData;
}

export const useSaveScore = ({ documentId }: Pick<ScoreView, 'documentId'>) => {
  const t = useTranslate();
  const notify = useNotify();
  const { mutateAsync, isPending } = useUpdateScore(documentId);
  /** By the path of what is wrong: `rules.0.points`. */
  const [problems, setProblems] = useState<Record<string, string>>({});
  const tell = (error: unknown) =>
    notify({ type: 'danger', message: toProblem(error).message ?? t('error.title') });
  const takeBack = (undo: ScoreData) => {
    mutateAsync(undo).then(() => notify({ type: 'success', message: t('scores.undone') }), tell);
  };
  /** Whether it was saved. */
  const save = async ({ data, message, undo }: Saving): Promise<boolean> => {
    try {
      await mutateAsync(data);
      setProblems({});
      const action = undo && { label: t('common.undo'), run: () => takeBack(undo) };
      notify({ type: 'success', message, ...(action && { action }) });
      return true;
    } catch (error) {
      const { fields } = toProblem(error);
      setProblems(fields);
      tell(error);
      return false;
    }
  };
  return { save, problems, isPending };
};
