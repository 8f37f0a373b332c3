import { Box, Flex, Modal, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { useTranslate, type TranslationId } from './translate';

const LIVE = 'g l';

const SHORTCUTS: [keys: string, label: TranslationId][] = [
  ['/', 'shortcuts.search'],
  ['j', 'shortcuts.next'],
  ['k', 'shortcuts.previous'],
  ['Enter', 'shortcuts.open'],
  ['x', 'shortcuts.select'],
  ['e', 'shortcuts.edit'],
  ['g c', 'shortcuts.contacts'],
  [LIVE, 'shortcuts.live'],
  ['?', 'shortcuts.help'],
];

interface ShortcutsHelpProps {
  hasLive: boolean;
  onClose: () => void;
}

export const ShortcutsHelp = ({ hasLive, onClose }: ShortcutsHelpProps) => {
  const t = useTranslate();
  return (
    <Modal.Root open onOpenChange={onClose}>
      <Modal.Content>
        <Modal.Header>
          <Modal.Title>{t('shortcuts.title')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex tag="dl" direction="column" alignItems="stretch" gap={3}>
            {SHORTCUTS.filter(([keys]) => hasLive || keys !== LIVE).map(([keys, label]) => (
              <Flex key={keys} gap={4}>
                <Box tag="dt" width="8rem">
                  {keys.split(' ').map((key) => (
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
