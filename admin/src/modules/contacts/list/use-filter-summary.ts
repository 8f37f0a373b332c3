import { useIntl } from 'react-intl';
import { describeRange } from '../../../shared/describe-range';
import { enumerate } from '../../../shared/list/enumerate';
import type { FilterSummary } from '../../../shared/list/filter-chips';
import { useTranslate } from '../../../shared/translate';
import { DATE_FILTERS, OPTION_FILTERS, type FilterName } from './filters';
import type { ListState } from './list-state';
import { useFilterOptions } from './use-filter-options';

/** The filters in use in words: "State: Client, Partner". */
export const useFilterSummary = (state: ListState): FilterSummary<FilterName>[] => {
  const t = useTranslate();
  const intl = useIntl();
  const options = useFilterOptions();
  const chosen = OPTION_FILTERS.flatMap((name) => {
    const values = state.options[name] ?? [];
    if (values.length === 0) return [];
    const labels = values.map(
      (value) => options[name].find((option) => option.value === value)?.label ?? value
    );
    return [{ name, label: t(`filter.${name}`), value: enumerate(labels, t) }];
  });
  const ranges = DATE_FILTERS.flatMap((name) => {
    const range = state.dates[name];
    return range
      ? [{ name, label: t(`filter.${name}`), value: describeRange(range, t, intl) }]
      : [];
  });
  return [...chosen, ...ranges];
};
