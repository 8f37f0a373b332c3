import { Box, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type {
  Condition,
  ConditionCatalogue,
} from '../../../../../server/src/modules/conditions/contract';
import { useTranslate } from '../../translate';
import { useNames } from '../builder/use-names';
import { readCondition } from './read-condition';

interface ConditionReadingProps {
  condition: Condition;
  catalogue: ConditionCatalogue;
  variant?: 'omega' | 'pi';
}

export const ConditionReading = ({
  condition,
  catalogue,
  variant = 'omega',
}: ConditionReadingProps) => {
  const t = useTranslate();
  const intl = useIntl();
  const names = useNames(condition);
  return (
    <Box
      maxHeight="24rem"
      overflow="auto"
      tabIndex={0}
      role="region"
      aria-label={t('conditions.reading')}
    >
      <Typography
        tag="p"
        variant={variant}
        textColor="neutral700"
        style={{ overflowWrap: 'anywhere' }}
      >
        {readCondition(condition, { catalogue, names, t, intl })}
      </Typography>
    </Box>
  );
};
