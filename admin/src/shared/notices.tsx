/**
 * Notices with a button. Strapi's own notification can only carry a link that opens a new tab, so
 * what can be undone is said here: in the same place, with the same look.
 */
import { createContext, useCallback, useContext, useMemo, useRef, useState } from 'react';
import type { PropsWithChildren } from 'react';
import { Alert, Box, Flex, Portal, TextButton } from '@strapi/design-system';
import { styled } from 'styled-components';
import { NoticeTimer } from './notice-timer';
import { useTranslate } from './translate';

export interface Notice {
  type: 'success' | 'danger' | 'warning' | 'info';
  message: string;
  action?: { label: string; run: () => void };
}

type Notify = (notice: Notice) => void;

const NoticesContext = createContext<Notify>(() => undefined);

export const useNotify = (): Notify => useContext(NoticesContext);

export const NoticesProvider = ({ children }: PropsWithChildren) => {
  const [notices, setNotices] = useState<(Notice & { id: number })[]>([]);
  const nextId = useRef(0);
  const notify = useCallback((notice: Notice) => {
    const id = (nextId.current += 1);
    setNotices((shown) => [...shown.slice(1 - MAX_SHOWN), { ...notice, id }]);
  }, []);
  const dismiss = useCallback(
    (id: number) => setNotices((shown) => shown.filter((notice) => notice.id !== id)),
    []
  );
  const list = useMemo(
    () => notices.map((notice) => <NoticeItem key={notice.id} {...{ notice, dismiss }} />),
    [notices, dismiss]
  );
  return (
    <NoticesContext.Provider value={notify}>
      {children}
      <Portal>
        <Stack direction="column" gap={2} aria-live="polite" role="status">
          {list}
        </Stack>
      </Portal>
    </NoticesContext.Provider>
  );
};

const MAX_SHOWN = 3;
const VISIBLE_MILLISECONDS = 6_000;
const VISIBLE_WITH_ACTION_MILLISECONDS = 10_000;

const VARIANTS = {
  success: 'success',
  danger: 'danger',
  warning: 'warning',
  info: 'default',
} as const;

interface NoticeItemProps {
  notice: Notice & { id: number };
  dismiss: (id: number) => void;
}

const NoticeItem = ({ notice, dismiss }: NoticeItemProps) => {
  const t = useTranslate();
  const { id, type, message, action } = notice;
  const run = () => {
    dismiss(id);
    action?.run();
  };
  return (
    <NoticeTimer
      milliseconds={action ? VISIBLE_WITH_ACTION_MILLISECONDS : VISIBLE_MILLISECONDS}
      onEnd={() => dismiss(id)}
    >
      <Box width="50rem" maxWidth="90vw">
        <Alert
          variant={VARIANTS[type]}
          closeLabel={t('common.close')}
          onClose={() => dismiss(id)}
          action={action ? <TextButton onClick={run}>{action.label}</TextButton> : undefined}
        >
          {message}
        </Alert>
      </Box>
    </NoticeTimer>
  );
};

const Stack = styled(Flex)`
  position: fixed;
  top: ${({ theme }) => theme.spaces[6]};
  left: 50%;
  transform: translateX(-50%);
  z-index: ${({ theme }) => theme.zIndices.notification};
`;
