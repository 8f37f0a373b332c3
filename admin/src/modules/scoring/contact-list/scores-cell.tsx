import { Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { useScores } from '../api';

/** The totals of one contact, by the scores' codes. */
export const ScoresCell = ({ value }: { value: unknown }) => {
  const intl = useIntl();
  const { data: scores } = useScores();
  const totals = Object.entries((value ?? {}) as Record<string, number>);
  if (totals.length === 0) return <>–</>;
  const titleOf = (code: string) => scores?.find(({ name }) => name === code)?.displayName ?? code;
  return (
    <Flex gap={3} wrap="wrap">
      {totals.map(([code, total]) => (
        <Typography key={code} title={titleOf(code)}>
          <Typography textColor="neutral600">{titleOf(code)}</Typography> {intl.formatNumber(total)}
        </Typography>
      ))}
    </Flex>
  );
};
