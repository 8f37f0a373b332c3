/** What the builder asks of the server. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type {
  Condition,
  ConditionCatalogue,
  ConditionPreview,
} from '../../../../server/src/modules/conditions/contract';
import { api } from '../api';
import { useCan } from '../permissions';

interface Answer<Data> {
  data: Data;
}

export interface ValueOption {
  value: string;
  label: string;
}

const MINUTE = 60_000;

export const useCatalogue = () =>
  useQuery({
    queryKey: ['conditions', 'catalogue'],
    queryFn: ({ signal }) =>
      api.get<Answer<ConditionCatalogue>>('/conditions/catalogue', { signal }),
    select: ({ data }) => data,
    staleTime: MINUTE,
  });

interface ValuesQuery {
  field: string;
  of: string;
  q: string;
}

/** Values that the data itself holds. */
export const useFieldValues = (query: ValuesQuery, enabled: boolean) =>
  useQuery({
    enabled,
    queryKey: ['conditions', 'values', query],
    queryFn: ({ signal }) =>
      api.get<Answer<ValueOption[]>>('/conditions/values', { query: { ...query }, signal }),
    select: ({ data }) => data,
    placeholderData: keepPreviousData,
    staleTime: MINUTE,
  });

export interface Previewed extends ConditionPreview {
  /** Against the members of a group: who would come in, and who would leave. */
  added?: number;
  removed?: number;
  differenceExact?: boolean;
}

/** Both routes that preview a condition answer in the same shape; a group's with the difference. */
export interface PreviewTarget {
  path: string;
  /** Besides the condition. */
  body?: Record<string, unknown>;
}

export const CONDITION_PREVIEW: PreviewTarget = { path: '/conditions/preview' };

interface PreviewAsked {
  condition: Condition | null;
  /** However long it takes. */
  exact: boolean;
}

/** Asked for one condition after the other: the answer of one that is not shown any more is cancelled. */
export const usePreview = ({ path, body }: PreviewTarget, { condition, exact }: PreviewAsked) =>
  useQuery({
    enabled: condition !== null,
    queryKey: ['conditions', 'preview', path, body, exact, condition],
    queryFn: ({ signal }) =>
      api.post<Answer<Previewed>>(
        path,
        { ...body, condition, ...(exact && { exact }) },
        { signal }
      ),
    select: ({ data }) => data,
    placeholderData: keepPreviousData,
    staleTime: 5_000,
  });

/** Whether there is any score to ask about: a site may have none, and not everybody sees them. */
export const useHasScores = (): boolean => {
  const canSee = useCan('scores.read');
  const { data } = useQuery({
    enabled: canSee,
    queryKey: ['conditions', 'has-scores'],
    queryFn: ({ signal }) =>
      api.get<Answer<unknown[]>>('/scores', { query: { pageSize: 1 }, signal }),
    staleTime: MINUTE,
  });
  return (data?.data.length ?? 0) > 0;
};
