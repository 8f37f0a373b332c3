import { Flex, Typography } from '@strapi/design-system';
import type { GroupView, MemberView } from '../../../../../server/src/modules/groups/contract';
import type { Column } from '../../../shared/data-table-column';
import { RowLink } from '../../../shared/list/row-link';
import { NameText } from '../../../shared/name-text';
import { contactPath } from '../../../shared/paths';
import { useCan } from '../../../shared/permissions';
import { RelativeTime } from '../../../shared/relative-time';
import { useTranslate } from '../../../shared/translate';
import { WhyButton } from '../explain/why-button';
import { PlaceWords } from '../place-words';
import { MemberActions } from './member-actions';

/** What can be done only for who may change groups. */
export const useMemberColumns = (group: GroupView): Column<MemberView>[] => {
  const t = useTranslate();
  const canWrite = useCan('groups.write');
  const told: Column<MemberView>[] = [
    {
      id: 'contact',
      label: t('groups.contact'),
      width: 26,
      cell: (member) => <Person {...member.contact} />,
    },
    {
      id: 'way',
      label: t('groups.way'),
      width: 24,
      cell: (member) => (
        <Flex gap={2} justifyContent="space-between">
          <PlaceWords place={member} />
          <WhyButton contact={member.contact} place={{ ...member, group }} />
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
  const actions: Column<MemberView> = {
    id: 'actions',
    label: t('common.actions'),
    width: 22,
    align: 'end',
    cell: (member) => (
      <MemberActions
        group={group.documentId}
        contact={member.contact.documentId}
        name={member.contact.displayName}
        place={member}
      />
    ),
  };
  return [...told, actions];
};

const Person = ({ documentId, displayName, email }: MemberView['contact']) => (
  <Flex direction="column" alignItems="stretch" paddingTop={1} paddingBottom={1}>
    <RowLink to={contactPath(documentId)} title={displayName}>
      <NameText>{displayName}</NameText>
    </RowLink>
    {email && email !== displayName && (
      <Typography variant="pi" textColor="neutral600" ellipsis title={email}>
        {email}
      </Typography>
    )}
  </Flex>
);
