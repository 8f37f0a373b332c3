/** Who is here now, how many came, and how the site is set up to tell. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  LiveView,
  Settings,
  Setup,
  Stats,
} from '../../../../server/src/modules/tracking/contract';
import { api } from '../../shared/api';

interface Answer<Data> {
  data: Data;
}

const LIVE_POLL_MILLISECONDS = 5_000;
const SETUP_POLL_MILLISECONDS = 3_000;
const SETTINGS = ['settings'] as const;

/** Asked for again and again while the page is in sight; TanStack Query pauses in a hidden tab. */
export const useLive = () =>
  useQuery({
    queryKey: ['live'],
    queryFn: ({ signal }) => api.get<Answer<LiveView>>('/live', { signal }),
    select: ({ data }) => data,
    refetchInterval: LIVE_POLL_MILLISECONDS,
    refetchIntervalInBackground: false,
    staleTime: 0,
  });

export const useStats = (days: number) =>
  useQuery({
    queryKey: ['stats', days],
    queryFn: ({ signal }) => api.get<Answer<Stats>>('/stats', { query: { days }, signal }),
    select: ({ data }) => data,
    staleTime: 60_000,
  });

/** `isWaiting` asks until the first event has come. */
export const useSetup = ({ isWaiting = false } = {}) =>
  useQuery({
    queryKey: ['setup'],
    queryFn: ({ signal }) => api.get<Answer<Setup>>('/setup', { signal }),
    select: ({ data }) => data,
    refetchInterval: (query) =>
      isWaiting && !query.state.data?.data.lastEvent && !query.state.error
        ? SETUP_POLL_MILLISECONDS
        : false,
    staleTime: 0,
  });

export const useSettings = () =>
  useQuery({
    queryKey: SETTINGS,
    queryFn: ({ signal }) => api.get<Answer<Settings>>('/settings', { signal }),
    select: ({ data }) => data,
  });

export type SettingsChange = Partial<Omit<Settings, 'edition'>>;

export const useSaveSettings = () => {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (change: SettingsChange) => api.put<Answer<Settings>>('/settings', change),
    onSuccess: (answer) => queryClient.setQueryData(SETTINGS, answer),
  });
};
