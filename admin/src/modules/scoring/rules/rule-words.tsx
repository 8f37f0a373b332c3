import { Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { ScoreRuleSettings } from '../../../../../server/src/modules/scoring/contract';
import { describeDay, describeSpan } from '../../../shared/conditions/leaves/describe-question';
import { useTranslate } from '../../../shared/translate';
import { sayTrigger } from './say-trigger';
import { useSayContext } from './use-say-context';

/** What a rule is about, how often it counts and for how long. */
export const RuleWords = ({ rule }: { rule: ScoreRuleSettings }) => {
  const context = useSayContext(rule.on);
  const terms = useTerms(rule);
  return (
    <Typography tag="p" variant="pi" textColor="neutral600" style={{ overflowWrap: 'anywhere' }}>
      {[context ? sayTrigger(rule.on, context) : '…', ...terms].join(' · ')}
    </Typography>
  );
};

const useTerms = ({
  on,
  recurring,
  cap,
  validFor,
  until,
  halfLifeDays,
}: ScoreRuleSettings): string[] => {
  const t = useTranslate();
  const intl = useIntl();
  const often = recurring
    ? cap === undefined
      ? t('scores.everyTime')
      : t('scores.upTo', { count: cap })
    : t(on.kind === 'activity' ? 'scores.firstTime' : 'scores.whileTrue');
  return [
    often,
    ...(validFor ? [t('scores.validForSpan', { span: describeSpan(validFor, t) })] : []),
    ...(until ? [t('scores.validUntil', { day: describeDay(until, intl) })] : []),
    ...(halfLifeDays ? [t('scores.halves', { count: halfLifeDays })] : []),
  ];
};
