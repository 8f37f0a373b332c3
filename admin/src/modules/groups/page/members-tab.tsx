import { useRef, useState } from 'react';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useIntl } from 'react-intl';
import type { GroupView } from '../../../../../server/src/modules/groups/contract';
import { DataTable } from '../../../shared/data-table';
import { ErrorState } from '../../../shared/error-state';
import { EmptyList } from '../../../shared/list/empty-list';
import { withChange } from '../../../shared/list/list-address';
import { ListFooter } from '../../../shared/list/list-footer';
import { SearchField } from '../../../shared/list/search-field';
import { useCan } from '../../../shared/permissions';
import { useTranslate } from '../../../shared/translate';
import { useRowKeys } from '../../../shared/use-row-keys';
import { useMembers } from '../api';
import { toQuery, useSearchedPage, type SearchedPage } from '../use-searched-page';
import { AddDialog } from './add-dialog';
import { useMemberColumns } from './member-columns';

const SKELETON_ROWS = 6;

export const MembersTab = ({ group }: { group: GroupView }) => {
  const t = useTranslate();
  const canWrite = useCan('groups.write');
  const [page, setPage] = useSearchedPage();
  const [isAdding, setAdding] = useState(false);
  const show = (state: SearchedPage['state']) => setPage(withChange(page, { state, q: '' }));
  return (
    <>
      <Flex justifyContent="space-between" gap={4} wrap="wrap" paddingBottom={4}>
        <Flex gap={2} role="group" aria-label={t('groups.members')}>
          <Choice isChosen={page.state === null} onChoose={() => show(null)}>
            {t('groups.members')}
          </Choice>
          <Choice isChosen={page.state === 'excluded'} onChoose={() => show('excluded')}>
            {t('groups.excludedOnes')}
          </Choice>
        </Flex>
        {canWrite && (
          <Button startIcon={<Plus />} onClick={() => setAdding(true)}>
            {t('groups.addContacts')}
          </Button>
        )}
      </Flex>
      {page.state === 'excluded' && (
        <Box paddingBottom={4}>
          <Typography textColor="neutral600">{t('groups.exclusionHint')}</Typography>
        </Box>
      )}
      <MemberList group={group} page={page} setPage={setPage} />
      {isAdding && <AddDialog group={group} of="contacts" onClose={() => setAdding(false)} />}
    </>
  );
};

interface ChoiceProps {
  isChosen: boolean;
  onChoose: () => void;
  children: string;
}

const Choice = ({ isChosen, onChoose, children }: ChoiceProps) => (
  <Button variant={isChosen ? 'secondary' : 'tertiary'} aria-pressed={isChosen} onClick={onChoose}>
    {children}
  </Button>
);

interface MemberListProps {
  group: GroupView;
  page: SearchedPage;
  setPage: ReturnType<typeof useSearchedPage>[1];
}

const MemberList = ({ group, page, setPage }: MemberListProps) => {
  const t = useTranslate();
  const container = useRef<HTMLDivElement>(null);
  const searchInput = useRef<HTMLInputElement>(null);
  const columns = useMemberColumns(group);
  const { locale } = useIntl();
  const query = { ...toQuery(page), language: locale };
  const { data, error, refetch, isPlaceholderData } = useMembers(group.documentId, query);
  useRowKeys({ container, others: { '/': () => searchInput.current?.focus() } });
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  const isEmpty = data?.data.length === 0;
  if (isEmpty && !page.q && !page.cursor) return <NoMembers group={group} state={page.state} />;
  return (
    <div ref={container}>
      <Box width="32rem" maxWidth="100%" paddingBottom={4}>
        <SearchField
          label={t('groups.searchMembers')}
          inputRef={searchInput}
          value={page.q}
          onSearch={(q) => setPage(withChange(page, { q }), { replace: true })}
        />
      </Box>
      {isEmpty ? (
        <EmptyList
          title={t('groups.nobodyFound')}
          hint={t('groups.noneFoundHint')}
          onClear={() => setPage(withChange(page, { q: '' }))}
        />
      ) : (
        <DataTable
          label={t(page.state ? 'groups.excludedOnes' : 'groups.members')}
          columns={columns}
          rows={data?.data}
          keyOf={({ contact }) => contact.documentId}
          skeletonRows={SKELETON_ROWS}
          isStale={isPlaceholderData}
        />
      )}
      <ListFooter state={page} onChange={setPage} pages={data?.meta} count={null} />
    </div>
  );
};

interface NoMembersProps extends Pick<SearchedPage, 'state'> {
  group: GroupView;
}

const NoMembers = ({ group, state }: NoMembersProps) => {
  const t = useTranslate();
  return state ? (
    <EmptyList title={t('groups.noneExcluded')} hint={t('groups.noneExcludedHint')} />
  ) : (
    <EmptyList
      title={t('groups.noMembers')}
      hint={t(group.kind === 'dynamic' ? 'groups.noMembersDynamicHint' : 'groups.noMembersHint')}
    />
  );
};
