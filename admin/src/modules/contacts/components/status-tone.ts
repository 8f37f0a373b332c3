import type { Tone } from '../../../shared/status-dot';

/** An editor's colour goes into a style: nothing but `#rrggbb` does. */
export const toneOf = (color: string | null): Tone | { hex: string } =>
  color && /^#[0-9a-f]{6}$/i.test(color) ? { hex: color } : 'neutral500';
