import { useEffect, useRef } from 'react';
import { Button, Flex, TextButton, Typography } from '@strapi/design-system';
import { ArrowsCounterClockwise, WarningCircle } from '@strapi/icons';
import { useQueryClient } from '@tanstack/react-query';
import type { GroupView } from '../../../../../server/src/modules/groups/contract';
import { isFinished, useCancelJob, useJob } from '../../../shared/jobs/api';
import { useCan } from '../../../shared/permissions';
import { ProgressLine } from '../../../shared/progress-line';
import { useTranslate } from '../../../shared/translate';
import { useTellProblem } from '../use-tell-problem';
import { useRebuild } from './api';

/** How far the members are from what the condition says, and the way to work them out anew. */
export const RebuildButton = ({ group }: { group: GroupView }) => {
  const t = useTranslate();
  const canWrite = useCan('groups.write');
  const tellProblem = useTellProblem();
  const { mutate, isPending } = useRebuild(group.documentId);
  if (!canWrite || !group.enabled) return null;
  return (
    <Button
      variant="tertiary"
      startIcon={<ArrowsCounterClockwise />}
      loading={isPending}
      disabled={isBusy(group)}
      onClick={() => mutate(undefined, { onError: tellProblem })}
    >
      {t('groups.rebuild')}
    </Button>
  );
};

export const isBusy = (group: GroupView): boolean =>
  group.rebuildState === 'queued' || (group.rebuildState === 'running' && !isStopped(group));

/** The server writes that down at its next look. */
const isStopped = ({ rebuildState, rebuildJob }: GroupView): boolean =>
  rebuildState === 'running' && rebuildJob === null;

export const DynamicState = ({ group }: { group: GroupView }) => {
  const t = useTranslate();
  if (group.problem) {
    return <Notice sentence={t('groups.problem', { problem: group.problem })} />;
  }
  if (group.rebuildState === 'failed' || isStopped(group)) {
    return <Notice sentence={t('groups.rebuildFailed')} />;
  }
  return isBusy(group) && group.rebuildJob ? <Progress job={group.rebuildJob} /> : null;
};

/** Like the Design System's alert, which can always be closed: this stands as long as it is so. */
const Notice = ({ sentence }: { sentence: string }) => (
  <Flex
    gap={3}
    marginBottom={4}
    padding={4}
    hasRadius
    background="warning100"
    borderColor="warning200"
    role="status"
  >
    <WarningCircle
      width="2rem"
      height="2rem"
      fill="warning600"
      style={{ flex: 'none' }}
      aria-hidden
    />
    <Typography textColor="neutral800" style={{ overflowWrap: 'anywhere' }}>
      {sentence}
    </Typography>
  </Flex>
);

const Progress = ({ job: id }: { job: string }) => {
  const t = useTranslate();
  const tellProblem = useTellProblem();
  const { mutate: stop, isPending, isSuccess } = useCancelJob();
  const queryClient = useQueryClient();
  const { data: job } = useJob(id);
  const hasEnded = useRef(false);
  useEffect(() => {
    if (!job || !isFinished(job) || hasEnded.current) return;
    hasEnded.current = true;
    void queryClient.invalidateQueries({ queryKey: ['groups'] });
  }, [job, queryClient]);
  const percent = job?.total ? Math.round((100 * job.done) / job.total) : null;
  return (
    <Flex direction="column" alignItems="stretch" gap={2} paddingBottom={4} maxWidth="40rem">
      <Flex justifyContent="space-between" gap={2}>
        <Typography variant="pi" textColor="neutral600" role="status">
          {job?.total
            ? t('groups.rebuildProgress', { done: job.done, total: job.total })
            : t('groups.rebuilding')}
        </Typography>
        {job?.status === 'running' && !job.byServer && (
          <TextButton
            loading={isPending || isSuccess}
            onClick={() => stop(id, { onError: tellProblem })}
          >
            {t('groups.rebuildStop')}
          </TextButton>
        )}
      </Flex>
      <ProgressLine percent={percent} label={t('groups.rebuilding')} />
    </Flex>
  );
};
