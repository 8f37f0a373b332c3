import { useMutation, useQuery } from '@tanstack/react-query';
import type { JobView } from '../../../../server/src/platform/jobs/contract';
import { api } from '../api';

const POLL_MILLISECONDS = 700;

export const isFinished = (job: JobView): boolean =>
  job.status !== 'queued' && job.status !== 'running';

/** One job, asked for until it has ended. */
export const useJob = (id: string) =>
  useQuery({
    queryKey: ['jobs', id],
    queryFn: ({ signal }) =>
      api.get<{ data: JobView }>(`/jobs/${encodeURIComponent(id)}`, { signal }),
    select: ({ data }) => data,
    refetchInterval: (query) => {
      const job = query.state.data?.data;
      return job && isFinished(job) ? false : POLL_MILLISECONDS;
    },
    staleTime: 0,
  });

/** Jobs that still run, as of the page's first moment. */
export const useRunningJobs = () =>
  useQuery({
    queryKey: ['jobs'],
    queryFn: ({ signal }) => api.get<{ data: JobView[] }>('/jobs', { signal }),
    select: ({ data }) => data.filter((job) => !isFinished(job)),
    staleTime: Infinity,
  });

export const useCancelJob = () =>
  useMutation({
    mutationFn: (id: string) => api.post(`/jobs/${encodeURIComponent(id)}/cancel`),
  });
