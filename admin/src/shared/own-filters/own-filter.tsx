import type { FieldDescription } from '../../../../server/src/platform/fields/contract';
import { ownParts, withOwn, type OwnFilter, type OwnState } from './own-field';
import { OwnFilterEditor } from './own-filter-editor';
import { useOwnFields } from './use-own-filters';

interface OwnFilterProps<State> {
  name: OwnFilter;
  /** The list's catalogue; undefined until it has come. */
  fields: FieldDescription[] | undefined;
  state: State;
  onChange: (state: State) => void;
}

/** Nothing for a field that is gone. */
export const OwnFilterOf = <State extends OwnState>({
  name,
  fields,
  state,
  onChange,
}: OwnFilterProps<State>) => {
  const field = useOwnFields(fields).find((one) => one.name === name);
  if (!field) return null;
  return (
    <OwnFilterEditor
      field={field}
      parts={ownParts(state, name)}
      onChange={(parts) => onChange(withOwn(state, name, parts))}
    />
  );
};
