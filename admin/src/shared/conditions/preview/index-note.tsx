import { Flex, Typography } from '@strapi/design-system';
import { Lightning, WarningCircle } from '@strapi/icons';
import { useTranslate } from '../../translate';

/** Whether indexes answer the condition, or why it may be slow. */
export const IndexNote = ({ warnings }: { warnings: string[] }) => {
  const t = useTranslate();
  const isSlow = warnings.length > 0;
  const Icon = isSlow ? WarningCircle : Lightning;
  return (
    <Flex gap={2} paddingTop={3} alignItems="flex-start">
      <Icon
        width="1.4rem"
        height="1.4rem"
        fill={isSlow ? 'warning600' : 'success600'}
        style={{ flex: 'none' }}
        aria-hidden
      />
      <Typography variant="pi" textColor="neutral600" title={warnings.join('\n')}>
        {t(isSlow ? 'conditions.slow' : 'conditions.indexed')}
      </Typography>
    </Flex>
  );
};
