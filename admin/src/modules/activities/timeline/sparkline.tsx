import { useMemo } from 'react';
import { Box, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { useTheme } from 'styled-components';
import { useTranslate } from '../../../shared/translate';
import { useSummary } from '../api';
import { fillDays, SPARKLINE_DAYS } from './fill-days';

const BAR = 2;
const HEIGHT = 24;

/** Activities a day over the last 90 days, as small bars from zero. */
export const Sparkline = ({ documentId }: { documentId: string }) => {
  const t = useTranslate();
  const intl = useIntl();
  const { colors } = useTheme();
  const { data } = useSummary(documentId);
  const days = useMemo(() => fillDays(data?.perDay ?? [], new Date()), [data]);
  const most = Math.max(1, ...days.map(({ count }) => count));
  const total = days.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return <Box height={`${HEIGHT}px`} />;
  return (
    <Flex gap={2}>
      <svg
        role="img"
        aria-label={t('timeline.sparkline', { total, days: SPARKLINE_DAYS })}
        width={SPARKLINE_DAYS * BAR}
        height={HEIGHT}
      >
        {days.map(({ date, count }, index) => (
          <rect
            key={date}
            x={index * BAR}
            y={HEIGHT - barHeight(count, most)}
            width={BAR - 0.5}
            height={barHeight(count, most)}
            fill={count > 0 ? colors.primary600 : colors.neutral200}
          >
            <title>
              {t('timeline.sparklineDay', {
                count,
                date: intl.formatDate(date, { dateStyle: 'medium', timeZone: 'UTC' }),
              })}
            </title>
          </rect>
        ))}
      </svg>
      <Typography variant="pi" textColor="neutral600">
        {t('timeline.days', { days: SPARKLINE_DAYS })}
      </Typography>
    </Flex>
  );
};

/** A day without activity keeps a line to stand on. */
const barHeight = (count: number, most: number): number =>
  count === 0 ? 1 : Math.max(2, (HEIGHT * count) / most);
