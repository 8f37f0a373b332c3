import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { Check, Duplicate } from '@strapi/icons';
import { styled } from 'styled-components';
import { useCopy } from '../../../shared/use-copy';
import { useTranslate } from '../../../shared/translate';

/** The one line a site needs, with a button that copies it. */
export const ScriptTag = ({ tag }: { tag: string }) => {
  const t = useTranslate();
  const { copy, isCopied } = useCopy();
  return (
    <Box>
      <Typography tag="p" paddingBottom={2}>
        {t('setup.paste')}
      </Typography>
      <Flex gap={2}>
        <Code tabIndex={0} aria-label={t('setup.scriptTag')}>
          {tag}
        </Code>
        <Button
          variant="secondary"
          startIcon={isCopied ? <Check /> : <Duplicate />}
          onClick={() => copy(tag)}
        >
          {t(isCopied ? 'common.copied' : 'common.copy')}
        </Button>
      </Flex>
    </Box>
  );
};

const Code = styled.code`
  flex: 1;
  min-width: 0;
  overflow-x: auto;
  padding: ${({ theme }) => theme.spaces[3]};
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral100};
  color: ${({ theme }) => theme.colors.neutral800};
  font-size: 1.3rem;
  white-space: nowrap;
`;
