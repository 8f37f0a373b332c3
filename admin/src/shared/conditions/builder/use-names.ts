/** What the ids and codes in a condition are called: the labels of the settings, and what the condition names. */
import { useMemo } from 'react';
import { useQueries, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { Condition } from '../../../../../server/src/modules/conditions/contract';
import { api } from '../../api';
import { useMay } from '../../permissions';
import { countryName } from '../../country-name';
import type { NamedEntity, Names } from '../leaves/names';
import { useIntl } from 'react-intl';
import { namedIn } from '../leaves/named-in';
import { useEntityOptions } from '../editors/use-entity-options';

const KEPT = 60_000;
const NONE: string[] = [];

interface Titled {
  documentId: string;
  name: string;
  displayName?: string;
}

/** A code stands for itself while its name is not known, or not this user's to see. */
export const useNames = (condition: Condition): Names => {
  const { locale } = useIntl();
  const may = useMay();
  const options = useEntityOptions();
  const { groups, accounts, scores } = useMemo(() => namedIn(condition), [condition]);
  const groupNames = useTitles('/contact-groups', may('groups.read') ? groups : NONE);
  const scoreNames = useTitles('/scores', may('scores.read') ? scores : NONE);
  const accountNames = useAccountNames(may('accounts.read') ? accounts : NONE);
  return useMemo(() => {
    const option = (entity: NamedEntity, value: string) =>
      entity === 'country'
        ? countryName(value, locale)
        : (options[entity].find((one) => one.value === value)?.label ?? value);
    return {
      option,
      group: (code) => groupNames.get(code) ?? code,
      score: (code) => scoreNames.get(code) ?? code,
      account: (documentId) => accountNames.get(documentId) ?? documentId,
    };
  }, [locale, options, groupNames, scoreNames, accountNames]);
};

const useTitles = (path: string, codes: string[]): Map<string, string> => {
  const { data } = useQuery({
    enabled: codes.length > 0,
    queryKey: ['conditions', 'titles', path, codes],
    queryFn: ({ signal }) =>
      api.get<{ data: Titled[] }>(path, { query: { name: codes.join(), pageSize: 100 }, signal }),
    staleTime: KEPT,
  });
  return useMemo(
    () => new Map(data?.data.map(({ name, displayName }) => [name, displayName ?? name])),
    [data]
  );
};

const asNames = (results: UseQueryResult<{ data: Titled }>[]): Map<string, string> =>
  new Map(results.flatMap(({ data }) => (data ? [[data.data.documentId, data.data.name]] : [])));

const useAccountNames = (documentIds: string[]): Map<string, string> =>
  useQueries({
    queries: documentIds.map((documentId) => ({
      queryKey: ['conditions', 'account', documentId],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        api.get<{ data: Titled }>(`/accounts/${encodeURIComponent(documentId)}`, { signal }),
      staleTime: KEPT,
    })),
    combine: asNames,
  });
