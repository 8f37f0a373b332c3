import { Badge, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { ScoreListItem } from '../../../../../server/src/modules/scoring/contract';
import type { Column } from '../../../shared/data-table-column';
import { RowLink } from '../../../shared/list/row-link';
import { NameText } from '../../../shared/name-text';
import { scorePath } from '../../../shared/paths';
import { useTranslate } from '../../../shared/translate';

export const useScoreColumns = (): Column<ScoreListItem>[] => {
  const t = useTranslate();
  const intl = useIntl();
  return [
    {
      id: 'displayName',
      label: t('scores.name'),
      width: 26,
      cell: ({ documentId, displayName, isMain, enabled }) => (
        <Flex gap={2} minWidth={0}>
          <RowLink to={scorePath(documentId)} title={displayName}>
            <NameText>{displayName}</NameText>
          </RowLink>
          {isMain && <Badge>{t('scores.main')}</Badge>}
          {!enabled && <Badge active={false}>{t('scores.off')}</Badge>}
        </Flex>
      ),
    },
    {
      id: 'name',
      label: t('scores.code'),
      width: 16,
      cell: ({ name }) => (
        <Typography textColor="neutral600" title={name} ellipsis>
          {name}
        </Typography>
      ),
    },
    {
      id: 'rules',
      label: t('scores.rules'),
      width: 10,
      align: 'end',
      cell: ({ rules }) => intl.formatNumber(rules.length),
    },
    {
      id: 'contacts',
      label: t('scores.withPoints'),
      width: 14,
      align: 'end',
      cell: ({ contacts }) => intl.formatNumber(contacts),
    },
    {
      id: 'highest',
      label: t('scores.highest'),
      width: 12,
      align: 'end',
      cell: ({ highest }) => (highest === null ? '–' : intl.formatNumber(highest)),
    },
  ];
};
