import { Button } from '@strapi/design-system';
import { Search } from '@strapi/icons';
import { useTranslate } from '../translate';
import { useOpenCommandBar } from './command-bar-context';

const isMac = () => /Mac|iPhone|iPad/.test(navigator.userAgent);

export const CommandBarButton = () => {
  const t = useTranslate();
  const open = useOpenCommandBar();
  return (
    <Button
      variant="tertiary"
      size="S"
      startIcon={<Search />}
      aria-keyshortcuts="Control+K Meta+K"
      onClick={open}
    >
      {t('command.open', { keys: isMac() ? '⌘K' : 'Ctrl K' })}
    </Button>
  );
};
