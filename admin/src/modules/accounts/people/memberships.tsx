import { useState } from 'react';
import { Button, Flex, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { ErrorState } from '../../../shared/error-state';
import { DataTable } from '../../../shared/data-table';
import { MoreButton } from '../../../shared/more-button';
import { Panel } from '../../../shared/panel';
import { useCan } from '../../../shared/permissions';
import { useTranslate } from '../../../shared/translate';
import { AddMember } from './add-member';
import { useMemberships, type MembershipState, type Side } from './api';
import { KeyContacts } from './key-contacts';
import { useMembershipColumns } from './membership-columns';

/** The words of each side. */
export const WORDS = {
  account: {
    title: 'people.title',
    add: 'people.add',
    empty: 'people.empty',
    former: 'people.former',
    showFormer: 'people.showFormer',
    hideFormer: 'people.hideFormer',
  },
  contact: {
    title: 'memberships.title',
    add: 'memberships.add',
    empty: 'memberships.empty',
    former: 'memberships.former',
    showFormer: 'memberships.showFormer',
    hideFormer: 'memberships.hideFormer',
  },
} as const;

/** Current memberships with what can be changed in place; former ones folded away. */
export const Memberships = ({ side }: { side: Side }) => {
  const t = useTranslate();
  const words = WORDS[side.of];
  const canUpdate = useCan('accounts.update');
  const [isAdding, setAdding] = useState(false);
  const [showsFormer, setShowsFormer] = useState(false);
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Panel
        title={t(words.title)}
        actions={
          canUpdate && (
            <Button size="S" startIcon={<Plus />} onClick={() => setAdding(true)}>
              {t(words.add)}
            </Button>
          )
        }
      >
        {side.of === 'account' && <KeyContacts documentId={side.documentId} />}
        <MembershipTable side={side} state="current" label={t(words.title)} />
        <Flex paddingTop={4}>
          <Button
            variant="ghost"
            aria-expanded={showsFormer}
            onClick={() => setShowsFormer(!showsFormer)}
          >
            {t(showsFormer ? words.hideFormer : words.showFormer)}
          </Button>
        </Flex>
        {showsFormer && <MembershipTable side={side} state="former" label={t(words.former)} />}
      </Panel>
      {isAdding && <AddMember side={side} onClose={() => setAdding(false)} />}
    </Flex>
  );
};

interface MembershipTableProps {
  side: Side;
  state: MembershipState;
  label: string;
}

const MembershipTable = ({ side, state, label }: MembershipTableProps) => {
  const t = useTranslate();
  const columns = useMembershipColumns(side);
  const memberships = useMemberships(side, state);
  const { data, error, refetch } = memberships;
  const rows = data?.pages.flatMap((page) => page.data);
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (rows?.length === 0) {
    return (
      <Typography textColor="neutral600">
        {t(state === 'current' ? WORDS[side.of].empty : 'people.emptyFormer')}
      </Typography>
    );
  }
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <DataTable
        label={label}
        columns={columns}
        rows={rows}
        keyOf={({ documentId }) => documentId}
        skeletonRows={3}
      />
      <MoreButton {...memberships} />
    </Flex>
  );
};
