import type { ReactNode } from 'react';
import { MenuItem } from '@strapi/design-system';
import { Check } from '@strapi/icons';
import { ChoiceMenu } from '../choice-menu';

export interface Choice<Value> {
  key: string;
  value: Value;
  label: ReactNode;
}

interface InlineChoiceProps<Value> {
  /** What is chosen, for the eye. */
  current: ReactNode;
  /** What is being chosen, for assistive technology: "State: Client". */
  ariaLabel: string;
  choices: Choice<Value>[];
  currentKey: string;
  disabled: boolean;
  onChoose: (value: Value) => void;
}

/** A value that changes where it is read: one click, or arrow keys. */
export const InlineChoice = <Value,>(props: InlineChoiceProps<Value>) => {
  const { current, ariaLabel, choices, currentKey, disabled, onChoose } = props;
  return (
    <ChoiceMenu label={current} ariaLabel={ariaLabel} variant="ghost" disabled={disabled}>
      {choices.map(({ key, value, label }) => (
        <MenuItem
          key={key}
          onSelect={() => key !== currentKey && onChoose(value)}
          endIcon={key === currentKey ? <Check aria-hidden /> : undefined}
        >
          {label}
        </MenuItem>
      ))}
    </ChoiceMenu>
  );
};
