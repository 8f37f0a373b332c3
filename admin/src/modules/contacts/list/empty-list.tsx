import { Suspense } from 'react';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { EmptyDocuments } from '@strapi/icons/symbols';
import { useFirstMinutes } from '../../../shared/admin-modules-context';
import { useTranslate } from '../../../shared/translate';

/** Nothing matches (with the way back), or nothing is there yet (with the way to start). */
export const EmptyList = ({ onClear }: { onClear?: () => void }) => {
  const t = useTranslate();
  const firstMinutes = useFirstMinutes();
  return (
    <Box background="neutral0" hasRadius borderColor="neutral150" shadow="tableShadow">
      <Flex direction="column" gap={4} padding={10}>
        <EmptyDocuments width="12rem" height="8rem" />
        <Typography variant="delta" tag="h2" textAlign="center">
          {t(onClear ? 'list.noMatch' : 'list.empty')}
        </Typography>
        <Typography textColor="neutral600" textAlign="center">
          {t(onClear ? 'list.noMatchHint' : 'list.emptyHint')}
        </Typography>
        {onClear ? (
          <Button variant="tertiary" onClick={onClear}>
            {t('list.clearFilters')}
          </Button>
        ) : (
          <Suspense fallback={null}>
            {firstMinutes.map(({ name, FirstMinute }) => (
              <FirstMinute key={name} />
            ))}
          </Suspense>
        )}
      </Flex>
    </Box>
  );
};
