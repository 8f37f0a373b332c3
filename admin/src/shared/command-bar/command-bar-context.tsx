import { createContext, useCallback, useContext, useEffect, useState } from 'react';
import type { PropsWithChildren } from 'react';
import { CommandBar } from './command-bar';

const OpenContext = createContext<() => void>(() => undefined);

export const useOpenCommandBar = (): (() => void) => useContext(OpenContext);

/** Ctrl-K, or ⌘K, opens it from anywhere, also while somebody types. */
export const CommandBarProvider = ({ children }: PropsWithChildren) => {
  const [isOpen, setOpen] = useState(false);
  const open = useCallback(() => setOpen(true), []);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const isAsked = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
      if (!isAsked || event.key.toLowerCase() !== 'k') return;
      event.preventDefault();
      setOpen((isShown) => !isShown);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
  return (
    <OpenContext.Provider value={open}>
      {children}
      {isOpen && <CommandBar onClose={() => setOpen(false)} />}
    </OpenContext.Provider>
  );
};
