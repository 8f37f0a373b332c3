import { useMemo } from 'react';
import { Badge, Box, Flex, Typography } from '@strapi/design-system';
import { useIntl, type IntlShape } from 'react-intl';
import type { MembershipView } from '../../../../../server/src/modules/accounts/contract';
import type { Column } from '../../../shared/data-table-column';
import { EMPTY } from '../../../shared/fields/field-cell';
import { RowLink } from '../../../shared/list/row-link';
import { NameText } from '../../../shared/name-text';
import { accountPath, contactPath } from '../../../shared/paths';
import { useTranslate, type Translate } from '../../../shared/translate';
import type { Side } from './api';
import { MembershipMenu } from './membership-menu';
import { RoleChoice } from './role-choice';

export const useMembershipColumns = ({ of }: Side): Column<MembershipView>[] => {
  const t = useTranslate();
  const intl = useIntl();
  return useMemo(
    () => [
      of === 'account' ? personColumn(t) : accountColumn(t),
      {
        id: 'role',
        label: t('people.role'),
        width: 18,
        cell: (membership) => (
          <Box marginLeft={BUTTON_SIDE}>
            <RoleChoice membership={membership} of={of} />
          </Box>
        ),
      },
      dayColumn('since', t('people.since'), intl),
      dayColumn('until', t('people.until'), intl),
      {
        id: 'actions',
        label: t('common.actions'),
        width: 9,
        align: 'end',
        cell: (membership) => (
          <Flex justifyContent="flex-end">
            <MembershipMenu membership={membership} of={of} />
          </Flex>
        ),
      },
    ],
    [of, t, intl]
  );
};

/** So that the label in a button stands below its heading. */
const BUTTON_SIDE = '-1.6rem';

const personColumn = (t: Translate): Column<MembershipView> => ({
  id: 'person',
  label: t('people.person'),
  width: 24,
  cell: ({ contact, jobTitle, isPrimary }) => (
    <Flex gap={2}>
      <Named
        to={contactPath(contact.documentId)}
        name={contact.displayName}
        detail={jobTitle ?? contact.email}
      />
      {isPrimary && <Badge>{t('people.primary')}</Badge>}
    </Flex>
  ),
});

const accountColumn = (t: Translate): Column<MembershipView> => ({
  id: 'account',
  label: t('people.account'),
  width: 24,
  cell: ({ account, jobTitle, isPrimary }) => (
    <Flex gap={2}>
      <Named to={accountPath(account.documentId)} name={account.name} detail={jobTitle} />
      {isPrimary && <Badge>{t('people.primary')}</Badge>}
    </Flex>
  ),
});

interface NamedProps {
  to: string;
  name: string;
  detail: string | null;
}

const Named = ({ to, name, detail }: NamedProps) => (
  <Flex direction="column" alignItems="stretch" minWidth={0}>
    <RowLink to={to} title={name}>
      <NameText>{name}</NameText>
    </RowLink>
    {detail && detail !== name && (
      <Typography variant="pi" ellipsis textColor="neutral600">
        {detail}
      </Typography>
    )}
  </Flex>
);

const dayColumn = (
  id: 'since' | 'until',
  label: string,
  intl: IntlShape
): Column<MembershipView> => ({
  id,
  label,
  width: 12,
  cell: (membership) => {
    const day = membership[id];
    return day ? intl.formatDate(day, { dateStyle: 'medium', timeZone: 'UTC' }) : EMPTY;
  },
});
