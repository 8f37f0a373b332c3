import { Flex } from '@strapi/design-system';
import { ArrowDown, ArrowUp, Minus } from '@strapi/icons';
import { useIntl } from 'react-intl';
import type { Engagement } from '../../../../../server/src/modules/activities/contract';
import { useTranslate } from '../../../shared/translate';

const ICONS = { up: ArrowUp, flat: Minus, falling: ArrowDown };

/** More or less than in the 30 days before, and by how much where there was something before. */
export const Trend = ({ engagement }: { engagement: Engagement | null }) => {
  const t = useTranslate();
  const intl = useIntl();
  if (!engagement) return t('accountActivity.quiet');
  const { trend, recent, before } = engagement;
  const Icon = ICONS[trend];
  const share = Math.abs(recent - before) / before;
  return (
    <Flex tag="span" gap={1} justifyContent="flex-end">
      <Icon aria-hidden width="1.2rem" height="1.2rem" />
      {t(`accountActivity.trend.${trend}`)}
      {trend !== 'flat' && before > 0 && ` ${intl.formatNumber(share, { style: 'percent' })}`}
    </Flex>
  );
};
