import { Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { GroupView } from '../../../../server/src/modules/groups/contract';
import type { Column } from '../../shared/data-table-column';
import { RowLink } from '../../shared/list/row-link';
import { NameText } from '../../shared/name-text';
import { groupPath } from '../../shared/paths';
import { RelativeTime } from '../../shared/relative-time';
import { useTranslate } from '../../shared/translate';

/** Of a list of groups. */
export const useGroupColumns = (): Column<GroupView>[] => {
  const t = useTranslate();
  const intl = useIntl();
  return [
    {
      id: 'displayName',
      label: t('groups.name'),
      width: 26,
      cell: ({ documentId, displayName }) => (
        <RowLink to={groupPath(documentId)} title={displayName}>
          <NameText>{displayName}</NameText>
        </RowLink>
      ),
    },
    {
      id: 'name',
      label: t('groups.code'),
      width: 16,
      cell: ({ name }) => (
        <Typography textColor="neutral600" title={name} ellipsis>
          {name}
        </Typography>
      ),
    },
    {
      id: 'kind',
      label: t('groups.kind'),
      width: 10,
      cell: ({ kind }) => t(`groups.kind.${kind}`),
    },
    {
      id: 'size',
      label: t('groups.size'),
      width: 10,
      align: 'end',
      cell: ({ size }) => intl.formatNumber(size),
    },
    {
      id: 'createdAt',
      label: t('groups.createdAt'),
      width: 14,
      cell: ({ createdAt }) => <RelativeTime at={createdAt} />,
    },
  ];
};
