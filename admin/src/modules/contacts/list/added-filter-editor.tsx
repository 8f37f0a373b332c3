import { parameterOf, type AddedFilter } from './filters';
import { addedValues, withAdded, type ListState } from './list-state';
import { useAddedFilters } from './use-added-filters';

interface AddedFilterEditorProps {
  name: AddedFilter;
  state: ListState;
  onChange: (state: ListState) => void;
}

export const AddedFilterEditor = ({ name, state, onChange }: AddedFilterEditorProps) => {
  const parameter = parameterOf(name);
  const filter = useAddedFilters().find((one) => one.parameter === parameter);
  if (!filter) return null;
  return (
    <filter.Editor
      values={addedValues(state, parameter)}
      onChange={(values) => onChange(withAdded(state, parameter, values))}
    />
  );
};
