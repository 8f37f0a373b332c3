import type { ContentRule } from '../../../../../server/src/modules/conditions/contract';
import { useBuilder } from './builder-context';
import { CountFields } from './count-fields';
import type { LeafEditorProps } from './leaf-editor-props';
import { Line } from './line';
import { narrowed, within } from './optional-parts';
import { Select } from './select';
import { Stack } from './stack';
import { WhereFields } from './where-fields';
import { WindowField } from './window-field';

/** Entries of a content type that somebody saw. */
export const ContentEditor = ({ leaf, onChange }: LeafEditorProps<ContentRule>) => {
  const { t, catalogue } = useBuilder();
  return (
    <Stack>
      <Line>
        <Select
          label={t('conditions.contentType')}
          value={leaf.contentType}
          options={catalogue.contentTypes.map(({ uid, displayName }) => ({
            value: uid,
            label: displayName,
          }))}
          onChange={(contentType) => onChange({ ...narrowed(leaf, undefined), contentType })}
        />
        <CountFields
          operator={leaf.operator}
          {...(leaf.count !== undefined && { count: leaf.count })}
          unit={t('conditions.entries', { count: leaf.count ?? 0 })}
          onChange={(counted) => {
            const { count: _before, ...rest } = leaf;
            onChange({ ...rest, ...counted });
          }}
        />
        <WindowField value={leaf.window} onChange={(window) => onChange(within(leaf, window))} />
      </Line>
      <WhereFields
        of={leaf.contentType}
        where={leaf.where}
        onChange={(where) => onChange(narrowed(leaf, where))}
      />
    </Stack>
  );
};
