import type { RegisteredRule } from '../../../../../server/src/modules/conditions/contract';
import { fieldsOf } from '../leaves/catalogue-names';
import { useBuilder } from './builder-context';
import type { LeafEditorProps } from './leaf-editor-props';
import { Line, Word } from './line';
import { Stack } from './stack';
import { ValueField } from './value-field';

/** The form that a site's own leaf type asks for. */
export const RegisteredEditor = ({ leaf, onChange }: LeafEditorProps<RegisteredRule>) => {
  const { catalogue } = useBuilder();
  return (
    <Stack>
      {fieldsOf(catalogue, leaf.type).map((field) => {
        const value = leaf[field.name];
        return (
          <Line key={field.name}>
            <Word>{field.label}</Word>
            <ValueField
              field={field}
              of={leaf.type}
              operator={field.valueType === 'choice' ? 'in' : 'eq'}
              value={isPlain(value) ? value : undefined}
              onChange={(next) => onChange({ ...leaf, [field.name]: next })}
            />
          </Line>
        );
      })}
    </Stack>
  );
};

const isPlain = (value: unknown): value is string | number | boolean | string[] =>
  ['string', 'number', 'boolean'].includes(typeof value) || Array.isArray(value);
