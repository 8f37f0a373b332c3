import type { GroupRule, ScoreRule } from '../../../../../server/src/modules/conditions/contract';
import { withOperator } from '../leaves/value-shape';
import { OPERATORS } from '../operators';
import { useBuilder } from './builder-context';
import { EntityPicker } from './entity-picker';
import { findGroupCodes, findScoreCodes } from './find-entities';
import type { LeafEditorProps } from './leaf-editor-props';
import { Line } from './line';
import { Select } from './select';
import { ValueField } from './value-field';

/** By the codes that groups go by. */
export const GroupEditor = ({ leaf, onChange }: LeafEditorProps<GroupRule>) => {
  const { t, names } = useBuilder();
  return (
    <EntityPicker
      label={t('conditions.chooseGroup')}
      kind="condition-groups"
      find={findGroupCodes}
      chosen={leaf.group && names.group(leaf.group)}
      without={[leaf.group]}
      onChoose={({ documentId }) => onChange({ ...leaf, group: documentId })}
    />
  );
};

/** A total is a number, and never empty. */
const ASKED = OPERATORS.number.filter(
  (one): one is ScoreRule['operator'] => one !== 'isEmpty' && one !== 'isNotEmpty'
);

export const ScoreEditor = ({ leaf, onChange }: LeafEditorProps<ScoreRule>) => {
  const { t, names } = useBuilder();
  const question = { field: leaf.score, operator: leaf.operator, value: leaf.value };
  const set = (value: unknown) => onChange({ ...leaf, value: numbersIn(value) });
  return (
    <Line>
      <EntityPicker
        label={t('conditions.chooseScore')}
        kind="condition-scores"
        find={findScoreCodes}
        chosen={leaf.score && names.score(leaf.score)}
        onChoose={({ documentId }) => onChange({ ...leaf, score: documentId })}
      />
      <Select<ScoreRule['operator']>
        label={t('conditions.operator')}
        width={16}
        value={leaf.operator}
        options={ASKED.map((one) => ({ value: one, label: t(`conditions.operator.${one}`) }))}
        onChange={(operator) =>
          onChange({
            ...leaf,
            operator,
            value: numbersIn(withOperator(question, operator).value),
          })
        }
      />
      <ValueField
        field={{ name: 'total', label: '', valueType: 'number', indexed: true }}
        of="score"
        operator={leaf.operator}
        value={leaf.value}
        onChange={set}
      />
    </Line>
  );
};

/** No number yet is an empty list. */
const numbersIn = (value: unknown): number | number[] => {
  if (typeof value === 'number') return value;
  return Array.isArray(value) ? value.filter((one): one is number => typeof one === 'number') : [];
};
