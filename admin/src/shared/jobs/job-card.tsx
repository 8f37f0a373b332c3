import { useEffect, useRef } from 'react';
import { Box, Flex, IconButton, TextButton, Typography } from '@strapi/design-system';
import { Cross } from '@strapi/icons';
import type { JobView } from '../../../../server/src/platform/jobs/contract';
import { useNotify } from '../notices';
import { ProgressLine } from '../progress-line';
import { useTranslate, type Translate } from '../translate';
import { isFinished, useCancelJob, useJob } from './api';
import type { WatchedJob } from './watched-job';

interface JobCardProps {
  job: WatchedJob;
  onClose: (id: string) => void;
}

/** How far a job is, and the way to stop it. A good end closes the card and is said in a notice. */
export const JobCard = ({ job: watched, onClose }: JobCardProps) => {
  const t = useTranslate();
  const { data: job } = useJob(watched.id);
  const { mutate: cancel, isPending } = useCancelJob();
  useEnd(watched, job, onClose);
  const percent = job?.total ? Math.round((100 * job.done) / job.total) : null;
  const isOver = job ? isFinished(job) : false;
  return (
    <Box padding={4} background="neutral0" hasRadius shadow="popupShadow" borderColor="neutral150">
      <Flex justifyContent="space-between" gap={2}>
        <Typography fontWeight="semiBold" ellipsis>
          {watched.title}
        </Typography>
        {isOver ? (
          <IconButton variant="ghost" label={t('common.close')} onClick={() => onClose(watched.id)}>
            <Cross />
          </IconButton>
        ) : (
          !job?.byServer && (
            <TextButton loading={isPending} onClick={() => cancel(watched.id)}>
              {t('common.cancel')}
            </TextButton>
          )
        )}
      </Flex>
      <Box paddingTop={2} paddingBottom={2}>
        <ProgressLine percent={percent} label={watched.title} />
      </Box>
      <Typography variant="pi" textColor={job?.error ? 'danger600' : 'neutral600'} role="status">
        {job ? progressOf(job, t) : t('jobs.queued')}
      </Typography>
    </Box>
  );
};

const progressOf = (job: JobView, t: Translate): string => {
  if (job.status === 'failed') return job.error ?? t('jobs.failed');
  if (job.status === 'queued') return t('jobs.queued');
  if (job.status === 'cancelled') return t('jobs.cancelled', { done: job.done });
  if (job.total === null) return t('jobs.done', { done: job.done });
  return t(job.failed > 0 ? 'jobs.progressWithFailed' : 'jobs.progress', {
    done: job.done,
    total: job.total,
    failed: job.failed,
  });
};

/** Says the end once; a failure keeps its card until it is closed by hand. */
const useEnd = (watched: WatchedJob, job: JobView | undefined, onClose: (id: string) => void) => {
  const notify = useNotify();
  const t = useTranslate();
  const hasEnded = useRef(false);
  useEffect(() => {
    if (!job || !isFinished(job) || hasEnded.current) return;
    hasEnded.current = true;
    watched.onEnd?.();
    if (job.status === 'failed') return;
    const summary = job.status === 'done' ? watched.summary?.(job) : undefined;
    const undo = job.done > 0 ? watched.undo?.(job) : undefined;
    notify({
      type: job.status === 'cancelled' || job.failed > 0 ? 'warning' : 'success',
      message: summary ?? progressOf(job, t),
      ...(undo && { action: { label: t('common.undo'), run: undo } }),
    });
    onClose(watched.id);
  }, [job, watched, notify, t, onClose]);
};
