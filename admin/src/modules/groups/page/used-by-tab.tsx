import { Flex, Link as DesignLink, Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import type { GroupUser, GroupView } from '../../../../../server/src/modules/groups/contract';
import { ErrorState } from '../../../shared/error-state';
import { Panel } from '../../../shared/panel';
import { contactListPath, groupPath } from '../../../shared/paths';
import { Skeleton } from '../../../shared/skeleton';
import { useTranslate } from '../../../shared/translate';
import { useGroupUse } from '../api';

/** What asks for the group by its code: saved views of contacts, and the pages that may know it. */
export const UsedByTab = ({ group }: { group: GroupView }) => {
  const t = useTranslate();
  const { data: use, error, refetch } = useGroupUse(group.documentId);
  if (error && !use) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!use) return <Skeleton $height="12rem" />;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Panel title={t('groups.usedByViews')}>
        <Flex direction="column" alignItems="flex-start" gap={2} tag="ul">
          {use.views.map(({ id, name, shared, owner, query }) => (
            <li key={id}>
              <DesignLink
                tag={Link}
                to={`${contactListPath}?${new URLSearchParams({ ...query, view: id })}`}
              >
                <bdi>{name}</bdi>
              </DesignLink>{' '}
              <Typography textColor="neutral600">
                {t(shared ? 'groups.sharedView' : 'groups.privateView', {
                  owner: owner?.name ?? '–',
                })}
              </Typography>
            </li>
          ))}
        </Flex>
        {use.hiddenViews > 0 && (
          <Typography tag="p" textColor="neutral600" paddingTop={2}>
            {t('groups.hiddenViews', { count: use.hiddenViews })}
          </Typography>
        )}
        {use.views.length + use.hiddenViews === 0 && (
          <Typography textColor="neutral600">{t('groups.usedByNoView')}</Typography>
        )}
      </Panel>
      <Panel title={t('groups.usedByGroups')}>
        <Users users={use.users} />
      </Panel>
      <Panel title={t('groups.usedBySite')}>
        <Typography textColor="neutral600">
          {t(group.visibleToSite ? 'groups.siteKnows' : 'groups.siteKnowsNot', {
            name: group.name,
          })}
        </Typography>
      </Panel>
    </Flex>
  );
};

/** What asks for it in a condition: it holds the group where it is. */
const Users = ({ users }: { users: GroupUser[] }) => {
  const t = useTranslate();
  if (users.length === 0) {
    return <Typography textColor="neutral600">{t('groups.usedByNobody')}</Typography>;
  }
  return (
    <>
      <Flex direction="column" alignItems="flex-start" gap={2} tag="ul">
        {users.map(({ kind, documentId, name, displayName }) => (
          <li key={`${kind} ${name}`}>
            {kind === 'group' && documentId ? (
              <DesignLink tag={Link} to={groupPath(documentId)}>
                <bdi>{displayName}</bdi>
              </DesignLink>
            ) : (
              <bdi>{displayName}</bdi>
            )}
          </li>
        ))}
      </Flex>
      <Typography tag="p" variant="pi" textColor="neutral600" paddingTop={2}>
        {t('groups.usedByHint')}
      </Typography>
    </>
  );
};
