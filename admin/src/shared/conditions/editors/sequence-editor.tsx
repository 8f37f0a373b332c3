import type {
  ActivityTest,
  SequenceRule,
} from '../../../../../server/src/modules/conditions/contract';
import { ActivitySelect } from './activity-select';
import { useBuilder } from './builder-context';
import type { LeafEditorProps } from './leaf-editor-props';
import { Line, Word } from './line';
import { NumberField } from './number-field';
import { narrowed, within } from './optional-parts';
import { Stack } from './stack';
import { WhereFields } from './where-fields';
import { WindowField } from './window-field';

/** The one, and then the other. */
export const SequenceEditor = ({ leaf, onChange }: LeafEditorProps<SequenceRule>) => {
  const { t } = useBuilder();
  return (
    <Stack>
      <Line>
        <Word>{t('conditions.first')}</Word>
        <Test test={leaf.first} onChange={(first) => onChange({ ...leaf, first })} />
        <WindowField value={leaf.window} onChange={(window) => onChange(within(leaf, window))} />
      </Line>
      <Where test={leaf.first} onChange={(first) => onChange({ ...leaf, first })} />
      <Line>
        <Word>{t('conditions.thenWithin')}</Word>
        <NumberField
          label={t('conditions.withinDays')}
          from={0}
          value={leaf.withinDays || undefined}
          onChange={(days) => onChange({ ...leaf, withinDays: days ?? 0 })}
        />
        <Word>{t('conditions.daysWithin', { count: leaf.withinDays })}</Word>
        <Test test={leaf.then} onChange={(then) => onChange({ ...leaf, then })} />
      </Line>
      <Where test={leaf.then} onChange={(then) => onChange({ ...leaf, then })} />
    </Stack>
  );
};

interface TestProps {
  test: ActivityTest;
  onChange: (test: ActivityTest) => void;
}

const Test = ({ test, onChange }: TestProps) => (
  <ActivitySelect value={test.activity} onChange={(activity) => onChange({ ...test, activity })} />
);

const Where = ({ test, onChange }: TestProps) => (
  <WhereFields
    of="activity"
    where={test.where}
    onChange={(where) => onChange(narrowed(test, where))}
  />
);
