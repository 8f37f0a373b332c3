/** One cache for the plugin's pages and its home-page widgets. */
import { QueryClient } from '@tanstack/react-query';
import { isFinal } from './problem';

const MAX_RETRIES = 2;

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      gcTime: 10 * 60_000,
      retry: (failures, error) => failures < MAX_RETRIES && !isFinal(error),
    },
  },
});
