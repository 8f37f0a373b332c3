import { Flex, Typography } from '@strapi/design-system';
import { CheckCircle, Clock } from '@strapi/icons';
import type { Setup } from '../../../../../server/src/modules/tracking/contract';
import { RelativeTime } from '../../../shared/relative-time';
import { useTranslate } from '../../../shared/translate';
import { pathOf } from '../../../shared/read-url';

/** "Waiting for the first visit…", then "Received: /pricing, just now". */
export const ReceivedCheck = ({ lastEvent }: Pick<Setup, 'lastEvent'>) => {
  const t = useTranslate();
  const Icon = lastEvent ? CheckCircle : Clock;
  return (
    <Flex gap={2} role="status">
      <Icon aria-hidden fill={lastEvent ? 'success600' : 'neutral500'} />
      <Typography textColor={lastEvent ? 'neutral800' : 'neutral600'}>
        {lastEvent ? (
          <>
            {t('setup.received', { page: pathOf(lastEvent.url) ?? lastEvent.title ?? '' })}{' '}
            <RelativeTime at={lastEvent.at} />
          </>
        ) : (
          t('setup.waiting')
        )}
      </Typography>
    </Flex>
  );
};
