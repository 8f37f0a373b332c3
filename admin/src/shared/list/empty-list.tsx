import type { ReactNode } from 'react';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { EmptyDocuments } from '@strapi/icons/symbols';
import { useTranslate } from '../translate';

interface EmptyListProps {
  title: string;
  hint: string;
  /** Takes search and filters away: there is something, and nothing matches. */
  onClear?: (() => void) | undefined;
  /** Where to start, when there is nothing yet. */
  children?: ReactNode;
}

export const EmptyList = ({ title, hint, onClear, children }: EmptyListProps) => {
  const t = useTranslate();
  return (
    <Box background="neutral0" hasRadius borderColor="neutral150" shadow="tableShadow">
      <Flex direction="column" gap={4} padding={10}>
        <EmptyDocuments width="12rem" height="8rem" />
        <Typography variant="delta" tag="h2" textAlign="center">
          {title}
        </Typography>
        <Typography textColor="neutral600" textAlign="center">
          {hint}
        </Typography>
        {onClear ? (
          <Button variant="tertiary" onClick={onClear}>
            {t('list.clearFilters')}
          </Button>
        ) : (
          children
        )}
      </Flex>
    </Box>
  );
};
