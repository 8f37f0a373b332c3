import type { ReactNode } from 'react';
import { Menu } from '@strapi/design-system';

interface ChoiceMenuProps {
  label: ReactNode;
  /** Where the label alone does not say what is being chosen. */
  ariaLabel?: string;
  variant: 'ghost' | 'tertiary';
  disabled: boolean;
  children: ReactNode;
}

/** Strapi's `SimpleMenu` shows three and a half entries at a time, and hides that there are more. */
export const ChoiceMenu = ({ label, ariaLabel, variant, disabled, children }: ChoiceMenuProps) => (
  <Menu.Root>
    <Menu.Trigger aria-label={ariaLabel} variant={variant} size="S" disabled={disabled}>
      {label}
    </Menu.Trigger>
    <Menu.Content maxHeight="40rem">{children}</Menu.Content>
  </Menu.Root>
);
