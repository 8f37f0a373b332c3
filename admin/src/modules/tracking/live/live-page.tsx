import { useRef } from 'react';
import { Box, Flex, Typography } from '@strapi/design-system';
import { useNavigate } from 'react-router-dom';
import type { LiveVisitor } from '../../../../../server/src/modules/tracking/contract';
import { ErrorState } from '../../../shared/error-state';
import { DataTable } from '../../../shared/data-table';
import { PageFrame } from '../../../shared/page-frame';
import { contactPath } from '../../../shared/paths';
import { Skeleton } from '../../../shared/skeleton';
import { useTranslate } from '../../../shared/translate';
import { useRowKeys } from '../../../shared/use-row-keys';
import { useLive } from '../api';
import { useLiveColumns } from './live-columns';

const keyOf = ({ contact }: LiveVisitor) => contact.documentId;

/** Who is on the site now, newest first. */
const LivePage = () => {
  const t = useTranslate();
  const navigate = useNavigate();
  const container = useRef<HTMLDivElement>(null);
  const { data, error, refetch } = useLive();
  const columns = useLiveColumns();
  useRowKeys({ container });
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return (
    <PageFrame title={t('live.title')} subtitle={t('live.subtitle')}>
      <div ref={container}>
        <VisitorsNow count={data?.visitorsNow} />
        {data?.visitors.length === 0 ? (
          <Nobody />
        ) : (
          <DataTable
            label={t('live.visitors')}
            columns={columns}
            rows={data?.visitors}
            keyOf={keyOf}
            onOpen={({ contact }) => navigate(contactPath(contact.documentId))}
            skeletonRows={6}
          />
        )}
      </div>
    </PageFrame>
  );
};

const VisitorsNow = ({ count }: { count: number | undefined }) => {
  const t = useTranslate();
  return (
    <Flex gap={3} paddingBottom={4} alignItems="baseline" aria-live="polite">
      {count === undefined ? (
        <Skeleton $width="16rem" $height="2.4rem" />
      ) : (
        <Typography variant="beta" tag="p">
          {t('live.now', { count })}
        </Typography>
      )}
    </Flex>
  );
};

const Nobody = () => {
  const t = useTranslate();
  return (
    <Box background="neutral0" hasRadius borderColor="neutral150" padding={10}>
      <Typography textColor="neutral600" textAlign="center" tag="p">
        {t('live.nobody')}
      </Typography>
    </Box>
  );
};

export default LivePage;
