import { Flex } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { CardSlotProps } from '../../../shared/admin-module';
import { GlanceFact } from '../../../shared/glance-fact';
import { Panel } from '../../../shared/panel';
import { useTranslate } from '../../../shared/translate';
import { useSummary } from '../api';
import { describeSource } from '../timeline/session-source';

/** The numbers one wants whatever the tab. */
const GlancePanel = ({ documentId }: CardSlotProps) => {
  const t = useTranslate();
  const intl = useIntl();
  const formatNumber = (value: number) =>
    intl.formatNumber(value, Number.isInteger(value) ? undefined : { minimumFractionDigits: 2 });
  const { data, isError } = useSummary(documentId);
  if (isError) return null;
  const source = data?.firstSource ? describeSource(data.firstSource) : null;
  return (
    <Panel title={t('glance.title')}>
      <Flex tag="dl" direction="column" alignItems="stretch" gap={3}>
        <GlanceFact label={t('glance.visits')}>{data && formatNumber(data.visits)}</GlanceFact>
        <GlanceFact label={t('glance.sessions')}>{data && formatNumber(data.sessions)}</GlanceFact>
        <GlanceFact label={t('glance.purchases')}>
          {data && formatNumber(data.purchases)}
        </GlanceFact>
        <GlanceFact label={t('glance.purchasedValue')}>
          {data && formatNumber(data.purchasedValue)}
        </GlanceFact>
        <GlanceFact label={t('glance.cameFrom')}>
          {data && (source ?? t('glance.direct'))}
        </GlanceFact>
      </Flex>
    </Panel>
  );
};

export default GlancePanel;
