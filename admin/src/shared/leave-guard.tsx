import { useEffect } from 'react';
import { Button, Dialog } from '@strapi/design-system';
import { useBlocker } from 'react-router-dom';
import { useReturnFocus } from './return-focus';
import { useTranslate } from './translate';

/** Leaving with unsaved changes asks first, also where there is no form of Strapi's. */
export const LeaveGuard = ({ isActive }: { isActive: boolean }) => {
  const t = useTranslate();
  const returnFocus = useReturnFocus();
  useWarnOnUnload(isActive);
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      isActive && currentLocation.pathname !== nextLocation.pathname
  );
  if (blocker.state !== 'blocked') return null;
  return (
    <Dialog.Root open onOpenChange={(isOpen) => !isOpen && blocker.reset()}>
      <Dialog.Content {...returnFocus}>
        <Dialog.Header>{t('profile.unsaved')}</Dialog.Header>
        <Dialog.Body>{t('leave.question')}</Dialog.Body>
        <Dialog.Footer>
          <Dialog.Cancel>
            <Button variant="tertiary" fullWidth>
              {t('leave.stay')}
            </Button>
          </Dialog.Cancel>
          <Button variant="danger-light" fullWidth onClick={() => blocker.proceed()}>
            {t('leave.leave')}
          </Button>
        </Dialog.Footer>
      </Dialog.Content>
    </Dialog.Root>
  );
};

const useWarnOnUnload = (isActive: boolean) =>
  useEffect(() => {
    if (!isActive) return undefined;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isActive]);
