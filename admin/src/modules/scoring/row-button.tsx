import type { ReactNode } from 'react';
import { IconButton } from '@strapi/design-system';

interface RowButtonProps {
  label: string;
  icon: ReactNode;
  /** It does nothing here, and keeps the focus of who came by keys. */
  isOff?: boolean;
  onClick: () => void;
}

export const RowButton = ({ label, icon, isOff = false, onClick }: RowButtonProps) => (
  <IconButton
    variant="ghost"
    label={label}
    aria-disabled={isOff}
    style={isOff ? { opacity: OFF } : undefined}
    onClick={isOff ? undefined : onClick}
  >
    {icon}
  </IconButton>
);

const OFF = 0.3;
