/** Single keys and two-key sequences (`g c`) for a page; silent while someone is typing. */
import { useEffect, useRef } from 'react';

export type Shortcuts = Record<string, () => void>;

const SEQUENCE_MILLISECONDS = 1_000;
const TYPING = 'input:not([type=checkbox]), textarea, select, [contenteditable=true]';
const OVERLAYS = '[role=dialog], [role=alertdialog], [role=menu], [role=listbox]';

export const useShortcuts = (shortcuts: Shortcuts): void => {
  const current = useRef(shortcuts);
  useEffect(() => {
    current.current = shortcuts;
  });
  useEffect(() => {
    let previous = { key: '', at: 0 };
    const press = (event: KeyboardEvent) => {
      if (!isForPage(event)) return;
      const isSequence = event.timeStamp - previous.at < SEQUENCE_MILLISECONDS;
      const run =
        (isSequence ? current.current[`${previous.key} ${event.key}`] : undefined) ??
        current.current[event.key];
      previous = { key: event.key, at: event.timeStamp };
      if (!run) return;
      event.preventDefault();
      run();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
};

const isForPage = (event: KeyboardEvent): boolean => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return false;
  if (!(event.target instanceof Element)) return true;
  return event.target.closest(`${TYPING}, ${OVERLAYS}`) === null;
};
