import { useState } from 'react';
import { Box, Button, Field, Flex, NumberInput, TextInput } from '@strapi/design-system';
import { DateRangeEditor } from '../date-range-editor';
import { endOfDay, fromDay } from '../local-day';
import { OptionList } from '../option-list';
import { useTranslate } from '../translate';
import { toDays, type OwnField, type OwnParts } from './own-field';

interface EditorProps {
  field: OwnField;
  parts: OwnParts;
  onChange: (parts: OwnParts) => void;
}

/** What can be asked of a field that the site added, and whether it has a value at all. */
export const OwnFilterEditor = (props: EditorProps) => {
  const t = useTranslate();
  const { parts, onChange } = props;
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <ByWay {...props} />
      <Flex gap={2}>
        {(['false', 'true'] as const).map((empty) => (
          <Button
            key={empty}
            size="S"
            variant={parts.empty === empty ? 'secondary' : 'tertiary'}
            aria-pressed={parts.empty === empty}
            onClick={() => onChange(parts.empty === empty ? {} : { empty })}
          >
            {t(empty === 'true' ? 'filter.empty' : 'filter.notEmpty')}
          </Button>
        ))}
      </Flex>
    </Flex>
  );
};

const ByWay = (props: EditorProps) => {
  const { way } = props.field;
  if (way === 'options') return <Options {...props} />;
  if (way === 'boolean') return <YesOrNo {...props} />;
  if (way === 'number') return <Numbers {...props} />;
  return way === 'text' ? <Text {...props} /> : <Days {...props} />;
};

const Options = ({ field, parts, onChange }: EditorProps) => (
  <OptionList
    label={field.label}
    options={field.options}
    selected={(parts.is ?? '').split(',').filter(Boolean)}
    onChange={(values) => onChange({ is: values.join() })}
  />
);

const YesOrNo = ({ parts, onChange }: EditorProps) => {
  const t = useTranslate();
  return (
    <Flex gap={2}>
      {(['true', 'false'] as const).map((is) => (
        <Button
          key={is}
          size="S"
          variant={parts.is === is ? 'secondary' : 'tertiary'}
          aria-pressed={parts.is === is}
          onClick={() => onChange({ is })}
        >
          {t(is === 'true' ? 'common.yes' : 'common.no')}
        </Button>
      ))}
    </Flex>
  );
};

const Numbers = ({ parts, onChange }: EditorProps) => {
  const t = useTranslate();
  const bounds = { from: parts.from, to: parts.to };
  return (
    <Flex gap={2} alignItems="flex-start">
      {(['from', 'to'] as const).map((bound) => (
        <Field.Root key={bound} name={bound}>
          <Field.Label>{t(`dates.${bound}`)}</Field.Label>
          <NumberInput
            size="S"
            value={bounds[bound] === undefined ? undefined : Number(bounds[bound])}
            onValueChange={(value: number | undefined) =>
              onChange({ ...bounds, [bound]: value === undefined ? '' : String(value) })
            }
          />
        </Field.Root>
      ))}
    </Flex>
  );
};

/** Applied with Enter, and when one goes on: each letter would be a question to the server. */
const Text = ({ field, parts, onChange }: EditorProps) => {
  const t = useTranslate();
  const [typed, setTyped] = useState(parts.is ?? '');
  const apply = () => {
    if (typed.trim() !== (parts.is ?? '')) onChange({ is: typed.trim() });
  };
  return (
    <Box
      tag="form"
      onSubmit={(event: { preventDefault: () => void }) => {
        event.preventDefault();
        apply();
      }}
    >
      <Field.Root name={field.name}>
        <Field.Label>{t('filter.startsWithLabel')}</Field.Label>
        <TextInput
          size="S"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={apply}
        />
      </Field.Root>
    </Box>
  );
};

const Days = ({ field, parts, onChange }: EditorProps) => {
  const way = field.way === 'instant' ? 'instant' : 'day';
  return (
    <DateRangeEditor
      range={toDays(way, parts)}
      onChange={({ from, to }) =>
        onChange(
          way === 'day'
            ? { from: from ?? '', to: to ?? '' }
            : {
                from: from ? fromDay(from).toISOString() : '',
                to: to ? endOfDay(to).toISOString() : '',
              }
        )
      }
    />
  );
};
