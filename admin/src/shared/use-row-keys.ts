import { useCallback, type RefObject } from 'react';
import { useShortcuts, type Shortcuts } from './use-shortcuts';

interface RowKeys {
  container: RefObject<HTMLElement>;
  onToggle?: (key: string) => void;
  /** More keys of the same page. */
  others?: Shortcuts;
}

/** j and k move the focus from row to row, x selects the row in focus, Enter opens it: it is a link. */
export const useRowKeys = ({ container, onToggle, others = {} }: RowKeys): void => {
  const move = useCallback(
    (step: number) => {
      const links = [
        ...(container.current?.querySelectorAll<HTMLElement>('[data-row-link]') ?? []),
      ];
      const current = links.findIndex((link) => link === rowLinkInFocus());
      const next = links[current === -1 && step < 0 ? links.length - 1 : current + step];
      next?.focus();
      next?.closest('[data-row]')?.scrollIntoView({ block: 'nearest' });
    },
    [container]
  );
  useShortcuts({
    j: () => move(1),
    k: () => move(-1),
    x: () => {
      const key = rowInFocus()?.getAttribute('data-row');
      if (key) onToggle?.(key);
    },
    ...others,
  });
};

const rowInFocus = () => document.activeElement?.closest('[data-row]');
const rowLinkInFocus = () => rowInFocus()?.querySelector('[data-row-link]');
