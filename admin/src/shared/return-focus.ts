import { useRef, useState, type RefObject } from 'react';

/**
 * For the content of a dialog that is opened by state: Radix gives the focus back to a trigger, and such
 * a dialog has none. `opener` is for one that follows another dialog, whose parts are gone by then.
 */
export const useReturnFocus = (opener?: RefObject<HTMLElement>) => {
  // One that is open from the start may have given the focus to a field of its own when it is asked.
  const [first] = useState(() => openerOf(document.activeElement));
  const before = useRef(first);
  return {
    onOpenAutoFocus: () => {
      before.current = openerOf(document.activeElement);
    },
    onCloseAutoFocus: (event: Event) => {
      event.preventDefault();
      (opener?.current ?? before.current)?.focus();
    },
  };
};

/** A menu closes once something in it was chosen, and its button is what remains. */
const openerOf = (active: Element | null): HTMLElement | null => {
  const button = active?.closest('[role="menu"]')?.getAttribute('aria-labelledby');
  const opener = button ? document.getElementById(button) : active;
  return opener instanceof HTMLElement ? opener : null;
};
