import { Button, Flex } from '@strapi/design-system';
import { Check, Duplicate } from '@strapi/icons';
import { styled } from 'styled-components';
import { useTranslate } from './translate';
import { useCopy } from './use-copy';

/** A line of code or a key, with a button that copies it. */
export const Copyable = ({ label, text }: { label: string; text: string }) => {
  const t = useTranslate();
  const { copy, isCopied } = useCopy();
  return (
    <Flex gap={2}>
      <Code tabIndex={0} aria-label={label}>
        {text}
      </Code>
      <Button
        variant="secondary"
        startIcon={isCopied ? <Check /> : <Duplicate />}
        onClick={() => copy(text)}
      >
        {t(isCopied ? 'common.copied' : 'common.copy')}
      </Button>
    </Flex>
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
