import { Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';

interface PointsTextProps {
  points: number;
  isOff?: boolean;
}

/** With its sign, because points can be taken away as well. */
export const PointsText = ({ points, isOff = false }: PointsTextProps) => {
  const intl = useIntl();
  const color = points < 0 ? 'danger600' : 'success600';
  return (
    <Typography
      fontWeight="bold"
      textColor={isOff ? 'neutral500' : color}
      style={{ fontVariantNumeric: 'tabular-nums' }}
    >
      {intl.formatNumber(points, { signDisplay: 'exceptZero' })}
    </Typography>
  );
};
