/** The chart itself, apart so that its library loads with the home page's widget and nowhere else. */
import {
  Bar,
  CartesianGrid,
  ComposedChart,
  Line,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { useIntl } from 'react-intl';
import { useTheme } from 'styled-components';
import type { DayStats } from '../../../../../server/src/modules/tracking/contract';
import { tooltipStyle } from '../../../shared/chart-style';
import { useTranslate } from '../../../shared/translate';

interface VisitsChartProps {
  days: DayStats[];
  hasVisits: boolean;
}

/** Counts a day, from zero; the table beside it says the same in words. */
const VisitsChart = ({ days, hasVisits }: VisitsChartProps) => {
  const t = useTranslate();
  const intl = useIntl();
  const theme = useTheme();
  const { colors } = theme;
  const dayOf = (date: unknown) =>
    intl.formatDate(String(date), { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const axis = { fontSize: 11, fill: colors.neutral600 };
  return (
    <div aria-hidden style={{ height: '100%' }}>
      <ResponsiveContainer width="100%" height="100%">
        <ComposedChart data={days} margin={{ top: 4, right: 4, bottom: 0, left: -20 }}>
          <CartesianGrid vertical={false} stroke={colors.neutral150} />
          <XAxis
            dataKey="date"
            tickFormatter={dayOf}
            tick={axis}
            tickLine={false}
            axisLine={{ stroke: colors.neutral200 }}
            minTickGap={40}
          />
          <YAxis
            allowDecimals={false}
            domain={[0, 'auto']}
            tick={axis}
            tickLine={false}
            axisLine={false}
          />
          <Tooltip
            labelFormatter={dayOf}
            cursor={{ fill: colors.neutral150, stroke: colors.neutral150 }}
            contentStyle={tooltipStyle(theme)}
          />
          {hasVisits && (
            <Bar
              dataKey="visits"
              name={t('widget.visits')}
              fill={colors.primary600}
              radius={[2, 2, 0, 0]}
              isAnimationActive={false}
            />
          )}
          <Line
            dataKey="newContacts"
            name={t('widget.newContacts')}
            stroke={colors.success500}
            strokeWidth={2}
            dot={false}
            isAnimationActive={false}
          />
        </ComposedChart>
      </ResponsiveContainer>
    </div>
  );
};

export default VisitsChart;
