import type { ConsentRule } from '../../../../../server/src/modules/conditions/contract';
import { nameOfPurpose } from '../leaves/catalogue-names';
import { useBuilder } from './builder-context';
import type { LeafEditorProps } from './leaf-editor-props';
import { Line } from './line';
import { Select } from './select';

export const ConsentEditor = ({ leaf, onChange }: LeafEditorProps<ConsentRule>) => {
  const { t, catalogue } = useBuilder();
  return (
    <Line>
      <Select<ConsentRule['operator']>
        label={t('conditions.operator')}
        width={20}
        value={leaf.operator}
        options={[
          { value: 'has', label: t('conditions.consent.has') },
          { value: 'lacks', label: t('conditions.consent.lacks') },
        ]}
        onChange={(operator) => onChange({ ...leaf, operator })}
      />
      <Select
        label={t('conditions.purpose')}
        value={leaf.purpose}
        options={catalogue.purposes.map((purpose) => ({
          value: purpose,
          label: nameOfPurpose(purpose, t),
        }))}
        onChange={(purpose) => onChange({ ...leaf, purpose })}
      />
    </Line>
  );
};
