import type { DefaultTheme } from 'styled-components';

/** The box beside a chart's pointer, in either theme. */
export const tooltipStyle = ({ colors, shadows, borderRadius }: DefaultTheme) => ({
  background: colors.neutral0,
  border: `1px solid ${colors.neutral150}`,
  borderRadius,
  boxShadow: shadows.popupShadow,
  color: colors.neutral800,
  fontSize: 12,
});
