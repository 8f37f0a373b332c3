import { useCallback } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type {
  BulkChange,
  BulkSelection,
} from '../../../../../server/src/modules/contacts/contract';
import type { JobView } from '../../../../../server/src/platform/jobs/contract';
import { useWatchJob } from '../../../shared/jobs/jobs-context';
import { useNotify } from '../../../shared/notices';
import { toProblem } from '../../../shared/problem';
import { useTranslate } from '../../../shared/translate';
import { useBulkChange } from '../api';
import type { Selection } from './selection';

interface BulkOptions {
  selection: Selection;
  filter: Record<string, string>;
  onStarted: () => void;
}

/** Starts a bulk change as a job and hands it to the tray; the lists are read again at its end. */
export const useBulk = ({ selection, filter, onStarted }: BulkOptions) => {
  const t = useTranslate();
  const notify = useNotify();
  const watch = useWatchJob();
  const queryClient = useQueryClient();
  const { mutate, isPending } = useBulkChange();
  const start = useCallback(
    (change: BulkChange) =>
      mutate(
        { ...change, selection: toWire(selection, filter) },
        {
          onSuccess: ({ jobId }) => {
            onStarted();
            watch({
              id: jobId,
              title: t(`bulk.${change.action}.title`),
              summary: (job: JobView) =>
                t(`bulk.${change.action}.done`, { count: job.done, failed: job.failed }),
              onEnd: () => void queryClient.invalidateQueries({ queryKey: ['contacts'] }),
            });
          },
          onError: (error) =>
            notify({ type: 'danger', message: toProblem(error).message ?? t('error.title') }),
        }
      ),
    [mutate, selection, filter, onStarted, watch, queryClient, notify, t]
  );
  return { start, isStarting: isPending };
};

const toWire = (selection: Selection, filter: Record<string, string>): BulkSelection =>
  selection.mode === 'some' ? { documentIds: [...selection.documentIds] } : { filter };
