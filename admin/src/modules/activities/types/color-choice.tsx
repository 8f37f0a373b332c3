import { Field, Flex } from '@strapi/design-system';
import { styled, type DefaultTheme } from 'styled-components';
import { useTranslate } from '../../../shared/translate';
import { toneOfType } from '../timeline/activity-tone';

const FAMILIES = [
  'primary',
  'secondary',
  'success',
  'warning',
  'danger',
  'alternative',
  'neutral',
] as const;

interface ColorChoiceProps {
  value: string;
  onChange: (color: string) => void;
}

/** The Design System's families, so that a type is readable in the dark as well. */
export const ColorChoice = ({ value, onChange }: ColorChoiceProps) => {
  const t = useTranslate();
  return (
    <Field.Root name="color">
      <Field.Label>{t('types.color')}</Field.Label>
      <Flex gap={2} role="radiogroup" aria-label={t('types.color')}>
        {FAMILIES.map((family) => (
          <Swatch key={family} $tone={toneOfType(family)}>
            <input
              type="radio"
              name="color"
              value={family}
              checked={value === family}
              onChange={() => onChange(family)}
              aria-label={t(`color.${family}`)}
            />
          </Swatch>
        ))}
      </Flex>
    </Field.Root>
  );
};

type Tone = ReturnType<typeof toneOfType>;

const colorOf = ({ $tone, theme }: { $tone: Tone; theme: DefaultTheme }): string =>
  typeof $tone === 'object' ? $tone.hex : theme.colors[$tone];

const Swatch = styled.label<{ $tone: Tone }>`
  input {
    appearance: none;
    display: block;
    width: 2.8rem;
    height: 2.8rem;
    margin: 0;
    border: 4px solid ${({ theme }) => theme.colors.neutral0};
    border-radius: 50%;
    background: ${colorOf};
    outline: 2px solid transparent;
    cursor: pointer;
  }
  input:checked,
  input:focus-visible {
    outline-color: ${colorOf};
  }
`;
