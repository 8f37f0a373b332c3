import { Flex, Typography } from '@strapi/design-system';
import { Monitor, Phone } from '@strapi/icons';
import type { CardSlotProps } from '../../shared/admin-module';
import { DataTable } from '../../shared/data-table';
import type { Column } from '../../shared/data-table-column';
import { ErrorState } from '../../shared/error-state';
import { RelativeTime } from '../../shared/relative-time';
import { Panel } from '../../shared/panel';
import { useTranslate, type Translate } from '../../shared/translate';
import { useDevices } from './api';
import type { DeviceView } from '../../../../server/src/modules/identity/contract';

const DevicesTab = ({ documentId }: CardSlotProps) => {
  const t = useTranslate();
  const { data: devices, error, refetch } = useDevices(documentId);
  if (error && !devices) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (devices?.length === 0) {
    return (
      <Panel>
        <Typography textColor="neutral600">{t('devices.empty')}</Typography>
      </Panel>
    );
  }
  return (
    <DataTable
      label={t('devices.title')}
      columns={columnsOf(t)}
      rows={devices}
      keyOf={({ id }) => id}
      skeletonRows={3}
    />
  );
};

const columnsOf = (t: Translate): Column<DeviceView>[] => [
  {
    id: 'browser',
    label: t('devices.browser'),
    width: 20,
    cell: (device) => <Browser device={device} />,
  },
  { id: 'os', label: t('devices.os'), width: 14, cell: ({ os }) => os ?? t('devices.unknown') },
  {
    id: 'firstSeenAt',
    label: t('devices.firstSeen'),
    width: 16,
    cell: ({ firstSeenAt }) => <RelativeTime at={firstSeenAt} />,
  },
  {
    id: 'lastSeenAt',
    label: t('devices.lastSeen'),
    width: 16,
    cell: ({ lastSeenAt }) => <RelativeTime at={lastSeenAt} />,
  },
];

const Browser = ({ device: { device, userAgentFamily } }: { device: DeviceView }) => {
  const t = useTranslate();
  const Icon = device === 'mobile' ? Phone : Monitor;
  return (
    <Flex gap={3}>
      <Icon aria-hidden fill="neutral500" />
      {userAgentFamily ?? t('devices.unknown')}
    </Flex>
  );
};

export default DevicesTab;
