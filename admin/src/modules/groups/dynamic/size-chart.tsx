/** The chart itself, apart so that its library loads with this tab and nowhere else. */
import {
  Area,
  AreaChart,
  CartesianGrid,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { useIntl } from 'react-intl';
import { useTheme } from 'styled-components';
import type { GroupSizes } from '../../../../../server/src/modules/groups/contract';
import { tooltipStyle } from '../../../shared/chart-style';
import { useTranslate } from '../../../shared/translate';

/** From zero; the table beside it says the same in words. */
const SizeChart = ({ days }: GroupSizes) => {
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
        <AreaChart
          accessibilityLayer={false}
          data={days}
          margin={{ top: 4, right: 4, bottom: 0, left: -10 }}
        >
          <CartesianGrid vertical={false} stroke={colors.neutral150} />
          <XAxis
            dataKey="day"
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
          <Tooltip labelFormatter={dayOf} contentStyle={tooltipStyle(theme)} />
          <Area
            dataKey="size"
            name={t('groups.size')}
            stroke={colors.primary600}
            fill={colors.primary200}
            strokeWidth={2}
            // A line needs two days.
            dot={days.length === 1}
            isAnimationActive={false}
          />
        </AreaChart>
      </ResponsiveContainer>
    </div>
  );
};

export default SizeChart;
