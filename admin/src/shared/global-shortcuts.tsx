import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import type { AdminModule } from './admin-module';
import { useOffered } from './admin-modules-context';
import { navEntries } from './nav-entries';
import { ShortcutsHelp } from './shortcuts-help';
import { useShortcuts } from './use-shortcuts';

const pagesOf = (module: AdminModule) => module.pages;

/** The keys that work on every page of the plugin: its help, and the pages that have keys of their own. */
export const GlobalShortcuts = () => {
  const navigate = useNavigate();
  const { items } = useOffered(pagesOf);
  const pages = useMemo(
    () => navEntries(items).flatMap(({ shortcut, to }) => (shortcut ? [{ ...shortcut, to }] : [])),
    [items]
  );
  const [isHelpOpen, setHelpOpen] = useState(false);
  useShortcuts({
    '?': () => setHelpOpen(true),
    ...Object.fromEntries(pages.map(({ keys, to }) => [keys, () => navigate(to)])),
  });
  if (!isHelpOpen) return null;
  return <ShortcutsHelp pages={pages} onClose={() => setHelpOpen(false)} />;
};
