import { useState } from 'react';
import { TextButton, Tooltip, Typography } from '@strapi/design-system';
import { Skeleton } from '../../../shared/skeleton';
import { useTranslate } from '../../../shared/translate';
import { useContactCount } from '../api';

/** How many match. "1,000,000+" where an exact count is slow, and the exact one on demand. */
export const ContactCount = ({ filter }: { filter: Record<string, string> }) => {
  const t = useTranslate();
  const filterKey = JSON.stringify(filter);
  const [exactFor, setExactFor] = useState<string | null>(null);
  const { data, isError, isFetching } = useContactCount(filter, exactFor === filterKey);
  if (isError) return null;
  if (!data) return <Skeleton $width="12rem" />;
  if (data.exact) {
    return (
      <Typography textColor="neutral600" aria-live="polite">
        {t('list.count', { count: data.count })}
      </Typography>
    );
  }
  return (
    <Tooltip label={t('list.countExactly')}>
      <TextButton loading={isFetching} onClick={() => setExactFor(filterKey)}>
        {t('list.countAtLeast', { count: data.count })}
      </TextButton>
    </Tooltip>
  );
};
