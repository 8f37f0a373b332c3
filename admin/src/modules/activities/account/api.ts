/** Reading what the people of an account did. */
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type {
  AccountActivityPage,
  AccountSummary,
} from '../../../../../server/src/modules/activities/contract';
import { api } from '../../../shared/api';
import { TIMELINE_PAGE_SIZE, type Answer, type TimelineFilter } from '../api';

const ofAccount = (documentId: string, part: string) =>
  `/accounts/${encodeURIComponent(documentId)}/${part}`;

export const useAccountTimeline = (
  documentId: string,
  filter: TimelineFilter & { subsidiaries: boolean }
) =>
  useInfiniteQuery({
    queryKey: ['activities', 'account', documentId, 'timeline', filter],
    queryFn: ({ pageParam, signal }) =>
      api.get<AccountActivityPage>(ofAccount(documentId, 'activities'), {
        query: { ...filter, cursor: pageParam, limit: TIMELINE_PAGE_SIZE },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.meta.nextCursor,
  });

const OLD_MILLISECONDS = 60_000;
const ASK_AGAIN_MILLISECONDS = 5_000;
const USUALLY_ASK_MILLISECONDS = 15_000;

/** Of accounts with many people, or while much is counted. */
export const isOld = ({ countedAt }: Pick<AccountSummary, 'countedAt'>): boolean =>
  countedAt === null || Date.now() - Date.parse(countedAt) > OLD_MILLISECONDS;

/** Figures that are old are being counted again: whoever waits gets them. */
export const useAccountSummary = (documentId: string, subsidiaries: boolean) =>
  useQuery({
    queryKey: ['activities', 'account', documentId, 'summary', subsidiaries],
    queryFn: ({ signal }) =>
      api.get<Answer<AccountSummary>>(ofAccount(documentId, 'summary'), {
        query: { subsidiaries },
        signal,
      }),
    select: ({ data }) => data,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) =>
      state.data && isOld(state.data.data) ? ASK_AGAIN_MILLISECONDS : USUALLY_ASK_MILLISECONDS,
  });
