import { DateRangeEditor } from '../../../shared/date-range-editor';
import { withChange } from '../../../shared/list/list-address';
import { OptionList } from '../../../shared/option-list';
import { isOwnFilter } from '../../../shared/own-filters/own-field';
import { OwnFilterOf } from '../../../shared/own-filters/own-filter';
import { useTranslate } from '../../../shared/translate';
import { useContactFields } from '../api';
import { isDateFilter, type AnyFilter, type FilterName } from './filters';
import type { ListState } from './list-state';
import { useFilterOptions } from './use-filter-options';

interface FilterEditorProps {
  name: AnyFilter;
  state: ListState;
  onChange: (state: ListState) => void;
}

export const FilterEditor = ({ name, state, onChange }: FilterEditorProps) => {
  const { data: fields } = useContactFields();
  if (!isOwnFilter(name)) return <KnownFilterEditor {...{ name, state, onChange }} />;
  return <OwnFilterOf {...{ name, fields, state, onChange }} />;
};

type KnownFilterEditorProps = Omit<FilterEditorProps, 'name'> & { name: FilterName };

const KnownFilterEditor = ({ name, state, onChange }: KnownFilterEditorProps) => {
  const t = useTranslate();
  const options = useFilterOptions();
  if (isDateFilter(name)) {
    return (
      <DateRangeEditor
        range={state.dates[name] ?? { from: null, to: null }}
        onChange={(range) => {
          onChange(withChange(state, { dates: { ...state.dates, [name]: range } }));
        }}
      />
    );
  }
  return (
    <OptionList
      label={t(`filter.${name}`)}
      options={options[name]}
      selected={state.options[name] ?? []}
      onChange={(selected) => {
        onChange(withChange(state, { options: { ...state.options, [name]: selected } }));
      }}
    />
  );
};
