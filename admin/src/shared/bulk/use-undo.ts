import { useCallback } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useWatchJob } from '../jobs/jobs-context';
import { useNotify } from '../notices';
import { toProblem } from '../problem';
import { useTranslate } from '../translate';
import { useStartUndo } from './api';
import { undoneWords } from './undone-words';

/** Undoes a bulk change as a job in the tray; everything shown is read again at its end. */
export const useUndoBulk = () => {
  const t = useTranslate();
  const notify = useNotify();
  const watch = useWatchJob();
  const queryClient = useQueryClient();
  const { mutateAsync, isPending } = useStartUndo();
  // Awaited, not `mutate` with callbacks: the bar that started the change is gone by then, and
  // TanStack calls nobody back who is.
  const undo = useCallback(
    async (batchId: string) => {
      try {
        const { jobId } = await mutateAsync(batchId);
        watch({
          id: jobId,
          title: t('undo.title'),
          summary: (job) => undoneWords(job, t),
          onEnd: () => void queryClient.invalidateQueries(),
        });
      } catch (error) {
        notify({ type: 'danger', message: toProblem(error).message ?? t('error.title') });
      }
    },
    [mutateAsync, watch, queryClient, notify, t]
  );
  return { undo, isStarting: isPending };
};
