import type { ReactNode } from 'react';
import { Box, Flex, IconButton, Typography } from '@strapi/design-system';
import { ArrowLeft } from '@strapi/icons';
import { useTranslate } from '../translate';

interface FilterFrameProps {
  label: string;
  onBack?: () => void;
  /** Applies as one clicks: the list behind is the preview. */
  children: ReactNode;
}

export const FilterFrame = ({ label, onBack, children }: FilterFrameProps) => {
  const t = useTranslate();
  return (
    <Box padding={2} width="28rem">
      <Flex gap={1} paddingBottom={2}>
        {onBack && (
          <IconButton variant="ghost" label={t('common.back')} onClick={onBack}>
            <ArrowLeft />
          </IconButton>
        )}
        <Typography variant="sigma" textColor="neutral600">
          {label}
        </Typography>
      </Flex>
      {children}
    </Box>
  );
};
