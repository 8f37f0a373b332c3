import { useEffect, useRef } from 'react';
import {
  Box,
  Field,
  Flex,
  IconButton,
  TextButton,
  TextInput,
  Typography,
} from '@strapi/design-system';
import { Cross, Plus } from '@strapi/icons';
import type { FieldOption } from '../../../../server/src/platform/fields/contract';
import { useTranslate } from '../translate';

interface OptionsInputProps {
  options: FieldOption[];
  error: string | undefined;
  onChange: (options: FieldOption[]) => void;
}

/** One line per option. What is stored is its code, so that another name keeps who has it. */
export const OptionsInput = ({ options, error, onChange }: OptionsInputProps) => {
  const t = useTranslate();
  const list = useRef<HTMLDivElement>(null);
  const shown = options.length > 0 ? options : [{ value: '', label: '' }];
  const count = useRef(shown.length);
  useEffect(() => {
    if (shown.length > count.current) lastInput(list.current)?.focus();
    count.current = shown.length;
  }, [shown.length]);
  const replace = (place: number, label: string) =>
    onChange(shown.map((option, at) => (at === place ? { ...option, label } : option)));
  return (
    <Field.Root name="options" required error={error}>
      <Typography variant="pi" fontWeight="bold" tag="p">
        {t('fields.options')}
      </Typography>
      <Flex
        ref={list}
        direction="column"
        alignItems="stretch"
        gap={2}
        role="group"
        aria-label={t('fields.options')}
      >
        {shown.map(({ value, label }, place) => (
          <Flex key={place} gap={2}>
            <Box flex="1">
              <TextInput
                name={`option-${place}`}
                aria-label={t('fields.option', { number: place + 1 })}
                value={label}
                onChange={(event) => replace(place, event.target.value)}
              />
            </Box>
            <Box width="14rem">
              <Typography textColor="neutral600" ellipsis>
                {value}
              </Typography>
            </Box>
            <IconButton
              variant="ghost"
              label={t('fields.removeOption', { number: place + 1 })}
              onClick={() => onChange(shown.filter((_option, at) => at !== place))}
            >
              <Cross />
            </IconButton>
          </Flex>
        ))}
      </Flex>
      <TextButton
        startIcon={<Plus />}
        onClick={() => onChange([...shown, { value: '', label: '' }])}
      >
        {t('fields.addOption')}
      </TextButton>
      <Field.Error />
    </Field.Root>
  );
};

const lastInput = (list: HTMLElement | null) => [...(list?.querySelectorAll('input') ?? [])].at(-1);
