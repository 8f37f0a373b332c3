import { Button, Typography } from '@strapi/design-system';
import { ErrorState } from '../../../shared/error-state';
import { Skeleton } from '../../../shared/skeleton';
import { useTranslate } from '../../../shared/translate';
import { useChildren } from './api';
import { Branch } from './tree';
import { useTree } from './tree-context';

/** One level of the tree. */
export const Children = ({ documentId }: { documentId: string }) => {
  const t = useTranslate();
  const { Node } = useTree();
  const level = useChildren(documentId);
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = level;
  const accounts = data?.pages.flatMap((page) => page.data);
  if (error && !accounts) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return (
    <Branch>
      {!accounts && (
        <li>
          <Skeleton $width="24rem" $height="2rem" />
        </li>
      )}
      {accounts?.map((account) => (
        <Node key={account.documentId} account={account} />
      ))}
      {accounts?.length === 0 && (
        <li>
          <Typography textColor="neutral600">{t('structure.empty')}</Typography>
        </li>
      )}
      {hasNextPage && (
        <li>
          <Button variant="ghost" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('timeline.more')}
          </Button>
        </li>
      )}
    </Branch>
  );
};
