import { Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { CardSlotProps } from '../../../shared/admin-module';
import { GlanceFact } from '../../../shared/glance-fact';
import { Panel } from '../../../shared/panel';
import { RelativeTime } from '../../../shared/relative-time';
import { useTranslate } from '../../../shared/translate';
import { useWithSubsidiaries } from '../../accounts';
import { isOld, useAccountSummary } from './api';
import { Trend } from './trend';

/** What the people of an account have done so far. */
const FiguresPanel = ({ documentId }: CardSlotProps) => {
  const t = useTranslate();
  const intl = useIntl();
  const { subsidiaries } = useWithSubsidiaries();
  const { data, isError } = useAccountSummary(documentId, subsidiaries);
  if (isError) return null;
  const number = (value: number | undefined, options?: object) =>
    value === undefined ? undefined : intl.formatNumber(value, options);
  return (
    <Panel title={t('accountActivity.figures')}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Flex tag="dl" direction="column" alignItems="stretch" gap={3}>
          <GlanceFact label={t('accountActivity.active')}>
            {number(data?.contacts.active)}
          </GlanceFact>
          <GlanceFact label={t('accountActivity.trend')}>
            {data && <Trend engagement={data.engagement} />}
          </GlanceFact>
          <GlanceFact label={t('accountActivity.activities')}>
            {number(data?.activities)}
          </GlanceFact>
          <GlanceFact label={t('glance.purchases')}>{number(data?.purchases)}</GlanceFact>
          <GlanceFact label={t('glance.purchasedValue')}>
            {number(data?.purchasedValue, { maximumFractionDigits: 2 })}
          </GlanceFact>
          <GlanceFact label={t('accountActivity.last')}>
            {data &&
              (data.lastActivityAt ? (
                <RelativeTime at={data.lastActivityAt} />
              ) : (
                t('accountActivity.never')
              ))}
          </GlanceFact>
        </Flex>
        {data && isOld(data) && <CountedAt at={data.countedAt} />}
      </Flex>
    </Panel>
  );
};

/** Figures that are not of this moment say so. */
const CountedAt = ({ at }: { at: string | null }) => {
  const t = useTranslate();
  return (
    <Typography variant="pi" textColor="neutral600" role="status">
      {t(at ? 'accountActivity.countedAt' : 'accountActivity.counting')}{' '}
      {at && <RelativeTime at={at} />}
    </Typography>
  );
};

export default FiguresPanel;
