import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { useTranslate } from '../../../shared/translate';
import { useContactStatuses, useOwners } from '../api';
import { STATES } from '../components/state-label';
import { countries } from '../../../shared/country-name';
import { KINDS, SUBSCRIPTIONS } from '../words';
import type { OptionFilter } from './filters';

export interface FilterOption {
  value: string;
  label: string;
}

/** What each filter offers; statuses and owners come from the server. */
export const useFilterOptions = (): Record<OptionFilter, FilterOption[]> => {
  const t = useTranslate();
  const { locale } = useIntl();
  const { data: statuses } = useContactStatuses();
  const { data: owners } = useOwners();
  return useMemo(
    () => ({
      state: STATES.map((value) => ({ value, label: t(`state.${value}`) })),
      kind: KINDS.map((value) => ({ value, label: t(`kind.${value}`) })),
      status: (statuses ?? []).map(({ name, displayName }) => ({
        value: name,
        label: displayName,
      })),
      owner: (owners ?? []).map(({ id, name }) => ({ value: String(id), label: name })),
      country: countries(locale),
      subscription: SUBSCRIPTIONS.map((value) => ({ value, label: t(`subscription.${value}`) })),
    }),
    [t, locale, statuses, owners]
  );
};
