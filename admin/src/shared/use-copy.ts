import { useCallback, useEffect, useState } from 'react';
import { useNotify } from './notices';
import { useTranslate } from './translate';

const SHOWN_MILLISECONDS = 2_000;

/** Copies a text and says so for a moment. Browsers refuse outside of https: then it says that. */
export const useCopy = () => {
  const t = useTranslate();
  const notify = useNotify();
  const [isCopied, setCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return undefined;
    const timer = setTimeout(() => setCopied(false), SHOWN_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [isCopied]);
  const copy = useCallback(
    (text: string) => {
      const clipboard = navigator.clipboard as Clipboard | undefined;
      const refuse = () => notify({ type: 'warning', message: t('common.copyRefused') });
      if (clipboard) clipboard.writeText(text).then(() => setCopied(true), refuse);
      else refuse();
    },
    [notify, t]
  );
  return { copy, isCopied };
};
