/** The chart itself, apart so that its library loads with the tab that shows it and nowhere else. */
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { useIntl } from 'react-intl';
import { useTheme } from 'styled-components';
import type { DistributionBar } from '../../../../../server/src/modules/scoring/contract';
import { tooltipStyle } from '../../../shared/chart-style';
import { useTranslate } from '../../../shared/translate';

/** Contacts from zero; the table below says the same in words. */
const DistributionChart = ({ bars }: { bars: DistributionBar[] }) => {
  const t = useTranslate();
  const intl = useIntl();
  const theme = useTheme();
  const { colors } = theme;
  const axis = { fontSize: 11, fill: colors.neutral600 };
  const format = (value: unknown) => intl.formatNumber(Number(value));
  const rangeOf = ({ from, to }: DistributionBar) => `${format(from)}–${format(to)}`;
  return (
    <div aria-hidden style={{ height: '100%' }}>
      <ResponsiveContainer width="100%" height="100%">
        <BarChart
          data={bars}
          accessibilityLayer={false}
          margin={{ top: 4, right: 4, bottom: 0, left: -8 }}
        >
          <CartesianGrid vertical={false} stroke={colors.neutral150} />
          <XAxis
            dataKey={rangeOf}
            tick={axis}
            tickLine={false}
            axisLine={{ stroke: colors.neutral200 }}
          />
          <YAxis
            allowDecimals={false}
            domain={[0, 'auto']}
            tickFormatter={format}
            tick={axis}
            tickLine={false}
            axisLine={false}
          />
          <Tooltip
            labelFormatter={(range) =>
              typeof range === 'string' ? t('scores.pointsRange', { range }) : null
            }
            formatter={format}
            cursor={{ fill: colors.neutral100 }}
            contentStyle={tooltipStyle(theme)}
          />
          <Bar
            dataKey="contacts"
            name={t('scores.contacts')}
            fill={colors.primary600}
            radius={[2, 2, 0, 0]}
            isAnimationActive={false}
          />
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
};

export default DistributionChart;
