import { useCallback } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { BulkSelection } from '../../../../server/src/platform/bulk/contract';
import { useWatchJob } from '../jobs/jobs-context';
import { useNotify } from '../notices';
import { toProblem } from '../problem';
import { useTranslate } from '../translate';
import { useStartBulk } from './api';
import type { BulkActionView } from './bulk-action-view';
import { useUndoBulk } from './use-undo';

interface BulkOptions {
  subject: string;
  selection: BulkSelection;
  onStarted: () => void;
}

/**
 * Starts a bulk change as a job and hands it to the tray; everything shown is read again at its
 * end, and the notice of the end can undo it.
 */
export const useBulk = ({ subject, selection, onStarted }: BulkOptions) => {
  const t = useTranslate();
  const notify = useNotify();
  const watch = useWatchJob();
  const queryClient = useQueryClient();
  const { mutate, isPending } = useStartBulk(subject);
  const { undo } = useUndoBulk();
  const start = useCallback(
    ({ action, title, done }: BulkActionView, value: unknown) =>
      mutate(
        { action, value, selection },
        {
          onSuccess: ({ jobId, batchId }) => {
            onStarted();
            watch({
              id: jobId,
              title: t(title),
              summary: (job) => t(done, { count: job.done, failed: job.failed }),
              undo: (job) => (job.result?.changed === 0 ? undefined : () => void undo(batchId)),
              onEnd: () => void queryClient.invalidateQueries(),
            });
          },
          onError: (error) =>
            notify({ type: 'danger', message: toProblem(error).message ?? t('error.title') }),
        }
      ),
    [mutate, selection, onStarted, watch, queryClient, undo, notify, t]
  );
  return { start, isStarting: isPending };
};
