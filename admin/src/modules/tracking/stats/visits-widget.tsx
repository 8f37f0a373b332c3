import { lazy, Suspense } from 'react';
import { Box, Flex, Typography } from '@strapi/design-system';
import { Widget } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { useEdition } from '../../../shared/edition';
import { PluginProviders } from '../../../shared/plugin-providers';
import { useTranslate } from '../../../shared/translate';
import { useStats } from '../api';
import { StatsTable } from './stats-table';

const DAYS = 30;
const VisitsChart = lazy(() => import('./visits-chart'));

/** Visits and new contacts of the last 30 days, on Strapi's home page. */
const VisitsWidget = () => (
  <PluginProviders>
    <Visits />
  </PluginProviders>
);

const Visits = () => {
  const t = useTranslate();
  const edition = useEdition();
  const { data, isError } = useStats(DAYS);
  if (isError) return <Widget.Error />;
  if (!data || !edition) return <Widget.Loading />;
  const hasVisits = edition === 'ems';
  const isEmpty = data.totals.newContacts === 0 && data.totals.visits === 0;
  if (isEmpty) return <Widget.NoData>{t('widget.empty')}</Widget.NoData>;
  return (
    <Flex direction="column" alignItems="stretch" gap={3} height="100%">
      <Flex gap={6}>
        {hasVisits && (
          <Total label={t('widget.visits')} value={data.totals.visits} tone="primary600" />
        )}
        <Total label={t('widget.newContacts')} value={data.totals.newContacts} tone="success500" />
      </Flex>
      <Box height="18rem">
        <Suspense fallback={null}>
          <VisitsChart days={data.days} hasVisits={hasVisits} />
        </Suspense>
      </Box>
      <Typography variant="pi" textColor="neutral600">
        {t('widget.unit', { days: DAYS, timezone: data.timezone })}
      </Typography>
      <StatsTable days={data.days} hasVisits={hasVisits} />
    </Flex>
  );
};

interface TotalProps {
  label: string;
  value: number;
  tone: 'primary600' | 'success500';
}

const Total = ({ label, value, tone }: TotalProps) => {
  const intl = useIntl();
  return (
    <Flex direction="column" alignItems="flex-start">
      <Typography variant="beta" style={{ fontVariantNumeric: 'tabular-nums' }}>
        {intl.formatNumber(value)}
      </Typography>
      <Flex gap={2}>
        <Box aria-hidden width="0.8rem" height="0.8rem" borderRadius="50%" background={tone} />
        <Typography variant="pi" textColor="neutral600">
          {label}
        </Typography>
      </Flex>
    </Flex>
  );
};

export default VisitsWidget;
