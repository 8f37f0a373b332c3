import { Box, Flex, Modal, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { PageShortcut } from './admin-module';
import { useReturnFocus } from './return-focus';
import { useTranslate } from './translate';

const SHORTCUTS: PageShortcut[] = [
  { keys: '/', label: 'shortcuts.search' },
  { keys: 'j', label: 'shortcuts.next' },
  { keys: 'k', label: 'shortcuts.previous' },
  { keys: 'Enter', label: 'shortcuts.open' },
  { keys: 'x', label: 'shortcuts.select' },
  { keys: 'e', label: 'shortcuts.edit' },
];
const AT_THE_END: PageShortcut[] = [
  { keys: 'Ctrl+K', label: 'shortcuts.command' },
  { keys: '?', label: 'shortcuts.help' },
];

interface ShortcutsHelpProps {
  /** Of the pages that this user has. */
  pages: PageShortcut[];
  onClose: () => void;
}

export const ShortcutsHelp = ({ pages, onClose }: ShortcutsHelpProps) => {
  const t = useTranslate();
  const returnFocus = useReturnFocus();
  return (
    <Modal.Root open onOpenChange={onClose}>
      <Modal.Content {...returnFocus}>
        <Modal.Header>
          <Modal.Title>{t('shortcuts.title')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex tag="dl" direction="column" alignItems="stretch" gap={3}>
            {[...SHORTCUTS, ...pages, ...AT_THE_END].map(({ keys, label }) => (
              <Flex key={keys} gap={4}>
                <Box tag="dt" width="10rem">
                  {keys.split(/[ +]/).map((key) => (
                    <Key key={key}>{key}</Key>
                  ))}
                </Box>
                <Typography tag="dd">{t(label)}</Typography>
              </Flex>
            ))}
          </Flex>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
};

const Key = styled.kbd`
  display: inline-block;
  min-width: 2.4rem;
  margin-inline-end: ${({ theme }) => theme.spaces[1]};
  padding: ${({ theme }) => `2px ${theme.spaces[2]}`};
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral100};
  color: ${({ theme }) => theme.colors.neutral800};
  font-family: inherit;
  font-size: 1.2rem;
  text-align: center;
`;
