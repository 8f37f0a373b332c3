import { Flex, Typography } from '@strapi/design-system';
import { useTranslate } from '../../translate';
import type { Previewed } from '../api';

/** What would change against today's members; nothing where there are none to compare with. */
export const Difference = ({ preview: { added, removed } }: { preview: Previewed }) => {
  const t = useTranslate();
  if (added === undefined || removed === undefined) return null;
  if (added + removed === 0) {
    return <Typography textColor="neutral600">{t('conditions.previewSame')}</Typography>;
  }
  return (
    <Flex gap={3} wrap="wrap">
      <Typography textColor="success600">
        {t('conditions.previewAdded', { count: added })}
      </Typography>
      <Typography textColor="danger600">
        {t('conditions.previewRemoved', { count: removed })}
      </Typography>
    </Flex>
  );
};
