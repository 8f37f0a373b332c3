import { useState } from 'react';
import { Button, Flex, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useIntl } from 'react-intl';
import type { GroupOfContactView } from '../../../../../server/src/modules/groups/contract';
import type { CardSlotProps } from '../../../shared/admin-module';
import { DataTable } from '../../../shared/data-table';
import type { Column } from '../../../shared/data-table-column';
import { useEdition } from '../../../shared/edition';
import { ErrorState } from '../../../shared/error-state';
import { RowLink } from '../../../shared/list/row-link';
import { Panel } from '../../../shared/panel';
import { NameText } from '../../../shared/name-text';
import { groupPath } from '../../../shared/paths';
import { useCan } from '../../../shared/permissions';
import { RelativeTime } from '../../../shared/relative-time';
import { useTranslate } from '../../../shared/translate';
import { useGroupsOf } from '../api';
import { WhyButton } from '../explain/why-button';
import { WhyNot } from '../explain/why-not';
import { MemberActions } from '../page/member-actions';
import { PlaceWords } from '../place-words';
import { JoinDialog } from './join-dialog';

const SKELETON_ROWS = 3;

/** The groups a contact is in, and why; those that it is kept out of, too. */
const GroupsTab = ({ documentId }: CardSlotProps) => {
  const t = useTranslate();
  const canWrite = useCan('groups.write');
  const { locale } = useIntl();
  const isEms = useEdition() === 'ems';
  const [isJoining, setJoining] = useState(false);
  const { data: places, error, refetch } = useGroupsOf(documentId, locale);
  const columns = useColumns(documentId);
  if (error && !places) return <ErrorState error={error} onRetry={() => void refetch()} />;
  const actions = (
    <Flex gap={2}>
      {isEms && (
        <WhyNot
          contact={documentId}
          without={(places ?? [])
            .filter(({ excluded }) => !excluded)
            .map((one) => one.group.documentId)}
        />
      )}
      {canWrite && (
        <Button size="S" startIcon={<Plus />} onClick={() => setJoining(true)}>
          {t('groups.joinGroup')}
        </Button>
      )}
    </Flex>
  );
  return (
    <Panel title={t('groups.title')} actions={actions}>
      {places?.length === 0 ? (
        <Typography textColor="neutral600">{t('groups.ofContactEmpty')}</Typography>
      ) : (
        <DataTable
          label={t('groups.title')}
          columns={columns}
          rows={places}
          keyOf={({ group }) => group.documentId}
          skeletonRows={SKELETON_ROWS}
        />
      )}
      <Flex paddingTop={4}>
        <Typography variant="pi" textColor="neutral600">
          {t('groups.exclusionHint')}
        </Typography>
      </Flex>
      {isJoining && (
        <JoinDialog
          who={{ contacts: [documentId] }}
          without={(places ?? []).filter(({ byHand }) => byHand).map((one) => one.group.documentId)}
          onClose={() => setJoining(false)}
        />
      )}
    </Panel>
  );
};

const useColumns = (contact: string): Column<GroupOfContactView>[] => {
  const t = useTranslate();
  const canWrite = useCan('groups.write');
  const told: Column<GroupOfContactView>[] = [
    {
      id: 'group',
      label: t('groups.group'),
      width: 20,
      cell: ({ group }) => (
        <RowLink to={groupPath(group.documentId)} title={group.displayName}>
          <NameText>{group.displayName}</NameText>
        </RowLink>
      ),
    },
    {
      id: 'way',
      label: t('groups.way'),
      width: 28,
      cell: (place) => (
        <Flex gap={2} justifyContent="space-between">
          <PlaceWords place={place} />
          <WhyButton contact={{ documentId: contact }} place={place} />
        </Flex>
      ),
    },
    {
      id: 'since',
      label: t('groups.since'),
      width: 12,
      cell: ({ since }) => <RelativeTime at={since} />,
    },
  ];
  if (!canWrite) return told;
  const actions: Column<GroupOfContactView> = {
    id: 'actions',
    label: t('common.actions'),
    width: 20,
    align: 'end',
    cell: (place) => (
      <MemberActions
        group={place.group.documentId}
        contact={contact}
        name={place.group.displayName}
        place={place}
      />
    ),
  };
  return [...told, actions];
};

export default GroupsTab;
