import { Box, Flex, Main, Tabs, Typography } from '@strapi/design-system';
import { BackButton, Page } from '@strapi/strapi/admin';
import { Navigate, useNavigate, useParams } from 'react-router-dom';
import type { GroupView } from '../../../../../server/src/modules/groups/contract';
import { CardFact, CardName } from '../../../shared/card/card-heading';
import { useEdition } from '../../../shared/edition';
import { ErrorBoundary } from '../../../shared/error-boundary';
import { ErrorState } from '../../../shared/error-state';
import { groupListPath, groupPath } from '../../../shared/paths';
import { useMay } from '../../../shared/permissions';
import { Skeleton } from '../../../shared/skeleton';
import { useTranslate } from '../../../shared/translate';
import { useGroup } from '../api';
import { AccountsTab } from './accounts-tab';
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
  members: { label: 'groups.members', Tab: MembersTab },
  accounts: { label: 'groups.accounts', Tab: AccountsTab },
  settings: { label: 'groups.settings', Tab: SettingsTab },
  'used-by': { label: 'groups.usedBy', Tab: UsedByTab },
} as const;

type TabId = keyof typeof TABS;

const useTabs = (): TabId[] => {
  const may = useMay();
  const edition = useEdition();
  return [
    ...(may('contacts.read') ? (['members'] as const) : []),
    ...(edition === 'ems' && may('accounts.read') ? (['accounts'] as const) : []),
    'settings',
    ...(may('contacts.read') ? (['used-by'] as const) : []),
  ];
};

const GroupBody = ({ group }: { group: GroupView }) => {
  const t = useTranslate();
  const navigate = useNavigate();
  const { tab } = useParams();
  const tabs = useTabs();
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
              <Tab group={group} />
            </ErrorBoundary>
          </Box>
        </Tabs.Content>
      </Tabs.Root>
    </>
  );
};

const GroupHeader = ({ group }: { group: GroupView }) => {
  const t = useTranslate();
  return (
    <Flex direction="column" alignItems="flex-start" gap={1} paddingTop={3} paddingBottom={4}>
      <Page.Title>{group.displayName}</Page.Title>
      <CardName>{group.displayName}</CardName>
      <CardFact>
        {t('groups.sizeLine', { kind: t(`groups.kind.${group.kind}`), count: group.size })}
      </CardFact>
      {group.description && (
        <Typography tag="p" dir="auto" style={{ overflowWrap: 'anywhere' }}>
          {group.description}
        </Typography>
      )}
    </Flex>
  );
};

export default GroupPage;
