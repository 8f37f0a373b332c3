import { useState, type KeyboardEvent } from 'react';
import { Box, Field, Flex, Tag, TextInput } from '@strapi/design-system';
import { Cross } from '@strapi/icons';
import { useField } from '@strapi/strapi/admin';
import { useTranslate } from '../../../shared/translate';
import { isStringList } from '../../../shared/use-remembered';

interface TagsInputProps {
  name: string;
  label: string;
  required: boolean;
  disabled: boolean;
}

/** Tags are kept as a JSON list; an editor sees words. Enter or a comma adds one. */
export const TagsInput = ({ name, label, required, disabled }: TagsInputProps) => {
  const t = useTranslate();
  const [text, setText] = useState('');
  const { value, error, onChange } = useField(name);
  const tags = isStringList(value) ? value : [];
  const add = () => {
    const tag = text.trim();
    setText('');
    if (tag && !tags.includes(tag)) onChange(name, [...tags, tag]);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ',') return;
    event.preventDefault();
    add();
  };
  return (
    <Field.Root name={name} error={error} required={required} hint={t('profile.tagsHint')}>
      <Field.Label>{label}</Field.Label>
      <TextInput
        value={text}
        disabled={disabled}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={press}
        onBlur={add}
      />
      {tags.length > 0 && (
        <Flex gap={2} wrap="wrap">
          {tags.map((tag) => (
            <Tag
              key={tag}
              icon={<Cross />}
              label={t('profile.removeTag', { tag })}
              disabled={disabled}
              onClick={() =>
                onChange(
                  name,
                  tags.filter((one) => one !== tag)
                )
              }
            >
              {tag}
            </Tag>
          ))}
        </Flex>
      )}
      <Box aria-hidden />
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
};
