import type { Tone } from '../../../shared/status-dot';

const FAMILIES: Record<string, Tone> = {
  primary: 'primary600',
  secondary: 'secondary600',
  success: 'success600',
  warning: 'warning600',
  danger: 'danger600',
  alternative: 'alternative600',
  neutral: 'neutral600',
};

/** A colour family of the Design System, or an editor's own `#rrggbb`; anything else is grey. */
export const toneOfType = (color: string | undefined): Tone | { hex: string } => {
  if (color && /^#[0-9a-f]{6}$/i.test(color)) return { hex: color };
  return FAMILIES[color ?? ''] ?? 'neutral600';
};
