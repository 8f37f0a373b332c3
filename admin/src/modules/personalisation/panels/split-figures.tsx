import { Box, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type {
  SplitResult,
  VariantResult,
} from '../../../../../server/src/modules/personalisation/contract';
import { toProblem } from '../../../shared/problem';
import { Skeleton } from '../../../shared/skeleton';
import { useTranslate } from '../../../shared/translate';
import { useSplitResult } from '../api';
import { IntervalBar } from './interval-bar';

interface SplitFiguresProps {
  split: string;
  question: { activity: string; withinDays: number };
}

export const SplitFigures = ({ split, question }: SplitFiguresProps) => {
  const t = useTranslate();
  const { data, error, isPlaceholderData } = useSplitResult(split, question);
  if (error) {
    return (
      <Typography textColor="danger600" role="alert">
        {toProblem(error).message ?? t('error.title')}
      </Typography>
    );
  }
  if (!data) return <Skeleton $width="100%" />;
  const { variants, differences } = data;
  if (variants.length === 0) {
    return (
      <Typography tag="p" textColor="neutral600" paddingTop={3}>
        {t('personalisation.nobodyYet')}
      </Typography>
    );
  }
  const end = Math.max(...variants.map(({ interval }) => interval[1]));
  return (
    <Flex
      direction="column"
      alignItems="stretch"
      gap={4}
      paddingTop={4}
      aria-busy={isPlaceholderData}
      style={{ opacity: isPlaceholderData ? 0.5 : 1 }}
    >
      {variants.map((variant) => (
        <Variant key={variant.variant} {...variant} end={end} />
      ))}
      {differences.map((difference) => (
        <Difference key={difference.variant} {...difference} />
      ))}
    </Flex>
  );
};

const WRAPS = { overflowWrap: 'anywhere' } as const;

const Variant = ({
  variant,
  visitors,
  conversions,
  rate,
  interval,
  end,
}: VariantResult & { end: number }) => {
  const t = useTranslate();
  const number = useNumber();
  return (
    <Box>
      <Flex justifyContent="space-between" gap={2}>
        <Typography fontWeight="semiBold" style={WRAPS}>
          {variant}
        </Typography>
        <Typography fontWeight="semiBold">{number(rate, PERCENT)}</Typography>
      </Flex>
      <IntervalBar {...{ rate, interval, end }} />
      <Typography tag="p" variant="pi" textColor="neutral600">
        {t('personalisation.counted', { visitors, conversions })}
      </Typography>
      <Typography tag="p" variant="pi" textColor="neutral600">
        {t('personalisation.interval', {
          low: number(interval[0], PERCENT),
          high: number(interval[1], PERCENT),
        })}
      </Typography>
    </Box>
  );
};

const Difference = ({
  variant,
  against,
  difference,
  interval,
  beyondChance,
}: SplitResult['differences'][number]) => {
  const t = useTranslate();
  const number = useNumber();
  const points = (share: number) => number(share * 100, POINTS);
  return (
    <Typography tag="p" variant="pi" style={WRAPS}>
      {t(beyondChance ? 'personalisation.beyondChance' : 'personalisation.maybeChance', {
        variant,
        against,
        difference: points(difference),
        low: points(interval[0]),
        high: points(interval[1]),
      })}
    </Typography>
  );
};

const PERCENT = { style: 'percent', maximumFractionDigits: 1 } as const;
/** Of two shares: percentage points. */
const POINTS = { maximumFractionDigits: 1, signDisplay: 'exceptZero' } as const;

const useNumber = () => {
  const intl = useIntl();
  return (value: number, format: typeof PERCENT | typeof POINTS) =>
    intl.formatNumber(value, format);
};
