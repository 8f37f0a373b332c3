import type { ReactNode } from 'react';
import { Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { CardSlotProps } from '../../../shared/admin-module';
import { Panel } from '../../../shared/panel';
import { Skeleton } from '../../../shared/skeleton';
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
        <Fact label={t('glance.visits')}>{data && formatNumber(data.visits)}</Fact>
        <Fact label={t('glance.sessions')}>{data && formatNumber(data.sessions)}</Fact>
        <Fact label={t('glance.purchases')}>{data && formatNumber(data.purchases)}</Fact>
        <Fact label={t('glance.purchasedValue')}>{data && formatNumber(data.purchasedValue)}</Fact>
        <Fact label={t('glance.cameFrom')}>{data && (source ?? t('glance.direct'))}</Fact>
      </Flex>
    </Panel>
  );
};

const Fact = ({ label, children }: { label: string; children: ReactNode }) => (
  <Flex justifyContent="space-between" gap={4} alignItems="baseline">
    <Typography textColor="neutral600" tag="dt">
      {label}
    </Typography>
    <Typography
      tag="dd"
      fontWeight="semiBold"
      textAlign="end"
      style={{ overflowWrap: 'anywhere', fontVariantNumeric: 'tabular-nums' }}
    >
      {children ?? <Skeleton $width="4rem" />}
    </Typography>
  </Flex>
);

export default GlancePanel;
