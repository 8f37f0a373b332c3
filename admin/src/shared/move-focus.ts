import type { KeyboardEvent } from 'react';

const STEPS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

/** Arrow keys go from one stop to the next: from a search field into what it found, and back. */
export const moveFocus = (event: KeyboardEvent<HTMLElement>): void => {
  const step = STEPS[event.key];
  if (!step) return;
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-move]')];
  const current = stops.findIndex((stop) => stop === document.activeElement);
  event.preventDefault();
  stops[current + step]?.focus();
};
