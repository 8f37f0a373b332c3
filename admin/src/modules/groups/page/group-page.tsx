import { lazy, Suspense } from 'react';
import { Box, Main, Tabs } from '@strapi/design-system';
import { BackButton } from '@strapi/strapi/admin';
import { Navigate, useNavigate, useParams } from 'react-router-dom';
import type { GroupView } from '../../../../../server/src/modules/groups/contract';
import { useEdition } from '../../../shared/edition';
import { ErrorBoundary } from '../../../shared/error-boundary';
import { ErrorState } from '../../../shared/error-state';
import { groupListPath, groupPath } from '../../../shared/paths';
import { useMay } from '../../../shared/permissions';
import { Skeleton } from '../../../shared/skeleton';
import { useTranslate } from '../../../shared/translate';
import { useGroup } from '../api';
import { AccountsTab } from './accounts-tab';
import { GroupHeader } from './group-header';
import { MembersTab } from './members-tab';
import { SettingsTab } from './settings-tab';
import { UsedByTab } from './used-by-tab';

const SIDES = { initial: 4, medium: 6, large: 8 } as const;

const GroupPage = () => {
  const { documentId = '' } = useParams();
  const { data: group, error, refetch } = useGroup(documentId);
  return (
    <Main paddingLeft={SIDES} paddingRight={SIDES} paddingTop={4} paddingBottom={10}>
      <BackButton fallback={groupListPath} />
      {error && !group && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!error && !group && <Skeleton $height="20rem" />}
      {group && <GroupBody group={group} />}
    </Main>
  );
};

const TABS = {
  condition: {
    label: 'groups.condition',
    Tab: lazy(() => import('../dynamic/condition-tab')),
  },
  members: { label: 'groups.members', Tab: MembersTab },
  accounts: { label: 'groups.accounts', Tab: AccountsTab },
  history: { label: 'groups.history', Tab: lazy(() => import('../dynamic/history-tab')) },
  settings: { label: 'groups.settings', Tab: SettingsTab },
  'used-by': { label: 'groups.usedBy', Tab: UsedByTab },
} as const;

type TabId = keyof typeof TABS;

const useTabs = ({ kind }: GroupView): TabId[] => {
  const may = useMay();
  const edition = useEdition();
  const isDynamic = edition === 'ems' && kind === 'dynamic';
  return [
    ...(isDynamic ? (['condition'] as const) : []),
    ...(may('contacts.read') ? (['members'] as const) : []),
    ...(edition === 'ems' && may('accounts.read') ? (['accounts'] as const) : []),
    ...(isDynamic && may('contacts.read') ? (['history'] as const) : []),
    'settings',
    ...(may('contacts.read') ? (['used-by'] as const) : []),
  ];
};

const GroupBody = ({ group }: { group: GroupView }) => {
  const t = useTranslate();
  const navigate = useNavigate();
  const { tab } = useParams();
  const tabs = useTabs(group);
  const isKnown = useEdition() !== undefined;
  const active = tabs.find((id) => id === tab);
  if (!isKnown) return <Skeleton $height="20rem" />;
  if (!active) return <Navigate to={groupPath(group.documentId, tabs[0])} replace />;
  const { Tab } = TABS[active];
  const open = (id: string) => navigate(groupPath(group.documentId, id), { replace: true });
  return (
    <>
      <GroupHeader group={group} />
      <Tabs.Root variant="simple" value={active} onValueChange={open} activationMode="manual">
        <Tabs.List aria-label={t('groups.tabs')}>
          {tabs.map((id) => (
            <Tabs.Trigger key={id} value={id}>
              {t(TABS[id].label)}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        <Tabs.Content value={active}>
          <Box paddingTop={4}>
            <ErrorBoundary key={active}>
              <Suspense fallback={<Skeleton $height="20rem" />}>
                <Tab group={group} />
              </Suspense>
            </ErrorBoundary>
          </Box>
        </Tabs.Content>
      </Tabs.Root>
    </>
  );
};

export default GroupPage;
