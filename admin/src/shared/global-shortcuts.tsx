import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useEdition } from './edition';
import { contactListPath, livePath } from './paths';
import { NAMED_ACTIVITY, useMay } from './permissions';
import { ShortcutsHelp } from './shortcuts-help';
import { useShortcuts } from './use-shortcuts';

/** The keys that work on every page of the plugin. */
export const GlobalShortcuts = () => {
  const navigate = useNavigate();
  const edition = useEdition();
  const may = useMay();
  const [isHelpOpen, setHelpOpen] = useState(false);
  const hasLive = edition === 'ems' && NAMED_ACTIVITY.every(may);
  useShortcuts({
    '?': () => setHelpOpen(true),
    'g c': () => navigate(contactListPath),
    ...(hasLive && { 'g l': () => navigate(livePath) }),
  });
  if (!isHelpOpen) return null;
  return <ShortcutsHelp hasLive={hasLive} onClose={() => setHelpOpen(false)} />;
};
