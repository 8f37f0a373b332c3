import type { ReactNode } from 'react';
import { Menu } from '@strapi/design-system';
import { styled } from 'styled-components';

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
    <Trigger aria-label={ariaLabel} variant={variant} size="S" disabled={disabled}>
      {label}
    </Trigger>
    <Menu.Content maxHeight="40rem">{children}</Menu.Content>
  </Menu.Root>
);

/** Where there is no room for all of a label it is cut, never the arrow that says there is a choice. */
const Trigger = styled(Menu.Trigger)`
  max-width: 100%;

  > :first-child {
    min-width: 0;
  }
  > :last-child {
    flex: none;
  }
`;
