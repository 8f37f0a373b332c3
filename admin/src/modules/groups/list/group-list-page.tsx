import { useRef, useState, type ReactNode } from 'react';
import { Box, Button } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useNavigate } from 'react-router-dom';
import type { GroupView } from '../../../../../server/src/modules/groups/contract';
import { DataTable } from '../../../shared/data-table';
import { ErrorState } from '../../../shared/error-state';
import { EmptyList } from '../../../shared/list/empty-list';
import { withChange } from '../../../shared/list/list-address';
import { ListFooter } from '../../../shared/list/list-footer';
import { SearchField } from '../../../shared/list/search-field';
import { PageFrame } from '../../../shared/page-frame';
import { groupPath } from '../../../shared/paths';
import { useCan } from '../../../shared/permissions';
import { useTranslate } from '../../../shared/translate';
import { useKeptPlace } from '../../../shared/use-kept-place';
import { useRowKeys } from '../../../shared/use-row-keys';
import { useGroupPage } from '../api';
import { useGroupColumns } from '../group-columns';
import { toQuery, useSearchedPage } from '../use-searched-page';
import { CreateGroupDialog } from './create-group-dialog';

const SKELETON_ROWS = 8;
const keyOf = ({ documentId }: GroupView) => documentId;

const GroupListPage = () => {
  const t = useTranslate();
  const canWrite = useCan('groups.write');
  const [isCreating, setCreating] = useState(false);
  const create = canWrite && (
    <Button startIcon={<Plus />} onClick={() => setCreating(true)}>
      {t('groups.create')}
    </Button>
  );
  return (
    <PageFrame title={t('groups.title')} actions={create}>
      <GroupList create={create} />
      {isCreating && <CreateGroupDialog onClose={() => setCreating(false)} />}
    </PageFrame>
  );
};

const GroupList = ({ create }: { create: ReactNode }) => {
  const t = useTranslate();
  const navigate = useNavigate();
  const container = useRef<HTMLDivElement>(null);
  const searchInput = useRef<HTMLInputElement>(null);
  const [page, setPage] = useSearchedPage();
  const columns = useGroupColumns();
  const { data, error, refetch, isPlaceholderData } = useGroupPage(toQuery(page));
  const rows = data?.data;
  useKeptPlace(container, rows !== undefined && !isPlaceholderData);
  useRowKeys({ container, others: { '/': () => searchInput.current?.focus() } });
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (rows?.length === 0 && !page.q && !page.cursor) {
    return (
      <EmptyList title={t('groups.empty')} hint={t('groups.emptyHint')}>
        {create}
      </EmptyList>
    );
  }
  return (
    <div ref={container}>
      <Box width="32rem" maxWidth="100%" paddingBottom={4}>
        <SearchField
          label={t('groups.search')}
          inputRef={searchInput}
          value={page.q}
          onSearch={(q) => setPage(withChange(page, { q }), { replace: true })}
        />
      </Box>
      {rows?.length === 0 ? (
        <EmptyList
          title={t('groups.noneFound')}
          hint={t('groups.noneFoundHint')}
          onClear={() => setPage(withChange(page, { q: '' }))}
        />
      ) : (
        <DataTable
          label={t('groups.title')}
          columns={columns}
          rows={rows}
          keyOf={keyOf}
          onOpen={({ documentId }) => navigate(groupPath(documentId))}
          skeletonRows={SKELETON_ROWS}
          isStale={isPlaceholderData}
        />
      )}
      <ListFooter state={page} onChange={setPage} pages={data?.meta} count={null} />
    </div>
  );
};

export default GroupListPage;
