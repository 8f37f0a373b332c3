/** Long work goes on while one looks at other pages: a tray in the corner follows it to its end. */
import { createContext, useCallback, useContext, useMemo, useState } from 'react';
import type { PropsWithChildren } from 'react';
import { Box, Flex, Portal } from '@strapi/design-system';
import { styled } from 'styled-components';
import { useTranslate } from '../translate';
import { useRunningJobs } from './api';
import { JobCard } from './job-card';
import type { WatchedJob } from './watched-job';

type Watch = (job: WatchedJob) => void;

const JobsContext = createContext<Watch>(() => undefined);

export const useWatchJob = (): Watch => useContext(JobsContext);

/** Also follows people's jobs that were running already when the page opened; the server's own nobody waits for. */
export const JobsProvider = ({ children }: PropsWithChildren) => {
  const t = useTranslate();
  const [started, setStarted] = useState<WatchedJob[]>([]);
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const { data: running } = useRunningJobs();
  const watch = useCallback((job: WatchedJob) => setStarted((jobs) => [...jobs, job]), []);
  const close = useCallback((id: string) => setClosed((ids) => new Set([...ids, id])), []);
  const shown = useMemo(() => {
    const found = (running ?? [])
      .filter(({ id, byServer }) => !byServer && !started.some((job) => job.id === id))
      .map(({ id }) => ({ id, title: t('jobs.running') }));
    return [...started, ...found].filter(({ id }) => !closed.has(id));
  }, [running, started, closed, t]);
  return (
    <JobsContext.Provider value={watch}>
      {children}
      {shown.length > 0 && (
        <Portal>
          <Tray>
            <Flex direction="column" alignItems="stretch" gap={2}>
              {shown.map((job) => (
                <JobCard key={job.id} job={job} onClose={close} />
              ))}
            </Flex>
          </Tray>
        </Portal>
      )}
    </JobsContext.Provider>
  );
};

/** Below dialogs, whose buttons it would cover. */
const Tray = styled(Box)`
  position: fixed;
  right: ${({ theme }) => theme.spaces[6]};
  bottom: ${({ theme }) => theme.spaces[6]};
  z-index: ${({ theme }) => theme.zIndices.navigation};
  width: 32rem;
  max-width: 90vw;
`;
