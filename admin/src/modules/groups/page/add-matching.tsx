import { useMemo } from 'react';
import { Flex, Link as DesignLink, TextButton, Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import type { GroupView } from '../../../../../server/src/modules/groups/contract';
import { useBulk } from '../../../shared/bulk/use-bulk';
import { contactListPath } from '../../../shared/paths';
import { useTranslate } from '../../../shared/translate';
import { addToGroup } from '../bulk/group-bulk-actions';
import { useMatching } from './use-candidates';

interface AddMatchingProps {
  group: GroupView;
  q: string;
  onStarted: () => void;
}

/** All that a search finds, as a job that can be undone; by filters, from the list of contacts. */
export const AddMatching = ({ group, q, onStarted }: AddMatchingProps) => {
  const t = useTranslate();
  const selection = useMemo(() => ({ filter: { q } }), [q]);
  const { start, isStarting } = useBulk({ subject: 'contacts', selection, onStarted });
  const { data: matching } = useMatching(q);
  return (
    <Flex direction="column" alignItems="flex-start" gap={3} paddingTop={4}>
      {q !== '' && matching && matching.count > 0 && (
        <TextButton loading={isStarting} onClick={() => start(addToGroup, group.documentId)}>
          {t('groups.addMatching', {
            count: matching.count,
            exact: matching.exact ? 'yes' : 'no',
          })}
        </TextButton>
      )}
      <Typography variant="pi" textColor="neutral600">
        {t('groups.byFilterHint')}{' '}
        <DesignLink tag={Link} to={contactListPath}>
          {t('groups.byFilterLink')}
        </DesignLink>
      </Typography>
    </Flex>
  );
};
