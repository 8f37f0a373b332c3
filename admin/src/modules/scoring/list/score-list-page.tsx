import { useRef, useState, type ReactNode } from 'react';
import { Button } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useNavigate } from 'react-router-dom';
import type { ScoreListItem } from '../../../../../server/src/modules/scoring/contract';
import { DataTable } from '../../../shared/data-table';
import { ErrorState } from '../../../shared/error-state';
import { EmptyList } from '../../../shared/list/empty-list';
import { PageFrame } from '../../../shared/page-frame';
import { scorePath } from '../../../shared/paths';
import { useCan } from '../../../shared/permissions';
import { useTranslate } from '../../../shared/translate';
import { useRowKeys } from '../../../shared/use-row-keys';
import { useScores } from '../api';
import { CreateScoreDialog } from './create-score-dialog';
import { useScoreColumns } from './score-columns';

const SKELETON_ROWS = 4;
const keyOf = ({ documentId }: ScoreListItem) => documentId;

const ScoreListPage = () => {
  const t = useTranslate();
  const canWrite = useCan('scores.write');
  const [isCreating, setCreating] = useState(false);
  const create = canWrite && (
    <Button startIcon={<Plus />} onClick={() => setCreating(true)}>
      {t('scores.create')}
    </Button>
  );
  return (
    <PageFrame title={t('scores.title')} actions={create}>
      <ScoreList create={create} />
      {isCreating && <CreateScoreDialog onClose={() => setCreating(false)} />}
    </PageFrame>
  );
};

const ScoreList = ({ create }: { create: ReactNode }) => {
  const t = useTranslate();
  const navigate = useNavigate();
  const container = useRef<HTMLDivElement>(null);
  const columns = useScoreColumns();
  const { data: scores, error, refetch } = useScores();
  useRowKeys({ container });
  if (error && !scores) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (scores?.length === 0) {
    return (
      <EmptyList title={t('scores.empty')} hint={t('scores.emptyHint')}>
        {create}
      </EmptyList>
    );
  }
  return (
    <div ref={container}>
      <DataTable
        label={t('scores.title')}
        columns={columns}
        rows={scores}
        keyOf={keyOf}
        onOpen={({ documentId }) => navigate(scorePath(documentId))}
        skeletonRows={SKELETON_ROWS}
      />
    </div>
  );
};

export default ScoreListPage;
