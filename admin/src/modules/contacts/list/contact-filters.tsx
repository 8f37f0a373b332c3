import { useEdition } from '../../../shared/edition';
import { FilterChips, type FilterSummary } from '../../../shared/list/filter-chips';
import { useOwnFields, useOwnSummary } from '../../../shared/own-filters/use-own-filters';
import { useTranslate } from '../../../shared/translate';
import { useContactFields } from '../api';
import { AddedFilterEditor } from './added-filter-editor';
import { FilterEditor } from './filter-editor';
import {
  addedFilter,
  DATE_FILTERS,
  isAddedFilter,
  optionFiltersOf,
  parameterOf,
  type AddedFilter,
  type AnyFilter,
} from './filters';
import { addedValues, withAdded, withoutFilter, type ListState } from './list-state';
import { useAddedFilters } from './use-added-filters';
import { useFilterSummary } from './use-filter-summary';

interface ContactFiltersProps {
  state: ListState;
  onChange: (state: ListState) => void;
}

export const ContactFilters = ({ state, onChange }: ContactFiltersProps) => {
  const t = useTranslate();
  const names = [...optionFiltersOf(useEdition()), ...DATE_FILTERS];
  const { data: fields } = useContactFields();
  const own = useOwnFields(fields).map(({ name, label }) => ({ name, label }));
  const added = useAdded(state);
  return (
    <FilterChips<AnyFilter | AddedFilter>
      inUse={[...useFilterSummary(state), ...added.inUse, ...useOwnSummary(state, fields)]}
      offered={[
        ...names.map((name) => ({ name, label: t(`filter.${name}`) })),
        ...added.offered,
        ...own,
      ]}
      editorOf={(name) =>
        isAddedFilter(name) ? (
          <AddedFilterEditor {...{ name, state, onChange }} />
        ) : (
          <FilterEditor {...{ name, state, onChange }} />
        )
      }
      onRemove={(name) =>
        onChange(
          isAddedFilter(name) ? withAdded(state, parameterOf(name), []) : withoutFilter(state, name)
        )
      }
    />
  );
};

const useAdded = (state: ListState) => {
  const t = useTranslate();
  const offered = useAddedFilters().map((filter) => ({
    ...filter,
    name: addedFilter(filter.parameter),
    label: t(filter.label),
  }));
  const inUse = offered.flatMap(
    ({ name, label, parameter, Summary }): FilterSummary<AddedFilter>[] => {
      const values = addedValues(state, parameter);
      return values.length > 0 ? [{ name, label, value: <Summary values={values} /> }] : [];
    }
  );
  return { offered, inUse };
};
