import { useState } from 'react';
import { Flex, Typography } from '@strapi/design-system';
import type {
  AccountDetail,
  PersonView,
} from '../../../../../server/src/modules/accounts/contract';
import { InlineChoice, type Choice } from '../../../shared/card/inline-choice';
import { useInlineChange } from '../../../shared/card/use-inline-change';
import { useCan } from '../../../shared/permissions';
import { useTranslate } from '../../../shared/translate';
import { accountKey, useAccount, useUpdateAccount } from '../api';
import { useMemberships } from './api';
import { FindContact } from './find-contact';

const FIELDS = ['primaryContact', 'secondaryContact'] as const;
type KeyField = (typeof FIELDS)[number];

/** Who to turn to in the account, and who else. */
export const KeyContacts = ({ documentId }: { documentId: string }) => {
  const { data: account } = useAccount(documentId);
  if (!account) return null;
  return (
    <Flex gap={6} wrap="wrap" paddingBottom={4}>
      {FIELDS.map((field) => (
        <KeyContact key={field} account={account} field={field} />
      ))}
    </Flex>
  );
};

interface KeyContactProps {
  account: AccountDetail;
  field: KeyField;
}

const KeyContact = ({ account, field }: KeyContactProps) => {
  const t = useTranslate();
  const canUpdate = useCan('accounts.update');
  const [isSearching, setSearching] = useState(false);
  const { mutateAsync } = useUpdateAccount(account.documentId);
  const change = useInlineChange({
    shown: account,
    queryKey: accountKey(account.documentId),
    save: mutateAsync,
  });
  const label = t(`field.${field}`);
  const choose = (person: PersonView | null) =>
    void change(
      { [field]: person },
      t('card.valueOf', { field: label, value: person?.displayName ?? t('people.nobody') })
    );
  const chosen = account[field];
  const choices = useChoices(account, field);
  return (
    <Flex gap={1}>
      <Typography variant="pi" textColor="neutral600">
        {label}
      </Typography>
      <InlineChoice<PersonView | null | 'search'>
        ariaLabel={t('card.valueOf', {
          field: label,
          value: chosen?.displayName ?? t('people.nobody'),
        })}
        current={
          <Typography textColor={chosen ? 'neutral800' : 'neutral600'} dir="auto">
            {chosen?.displayName ?? t('people.nobody')}
          </Typography>
        }
        currentKey={chosen?.documentId ?? NOBODY}
        disabled={!canUpdate}
        choices={choices}
        onChoose={(value) => (value === 'search' ? setSearching(true) : choose(value))}
      />
      {isSearching && (
        <FindContact
          title={label}
          without={takenIn(account, field)}
          onFound={choose}
          onClose={() => setSearching(false)}
        />
      )}
    </Flex>
  );
};

const NOBODY = 'nobody';
const MOST_OFFERED = 12;

/** The newest members, who is chosen already, nobody, or anybody that a search finds. */
const useChoices = (
  account: AccountDetail,
  field: KeyField
): Choice<PersonView | null | 'search'>[] => {
  const t = useTranslate();
  const { data } = useMemberships({ of: 'account', documentId: account.documentId }, 'current');
  const members = data?.pages[0]?.data.map(({ contact }) => contact) ?? [];
  const chosen = account[field];
  const people = new Map(
    [...(chosen ? [chosen] : []), ...members].map((person) => [person.documentId, person])
  );
  for (const taken of takenIn(account, field)) people.delete(taken);
  return [
    ...[...people.values()].slice(0, MOST_OFFERED).map((person) => ({
      key: person.documentId,
      value: person,
      label: person.displayName,
    })),
    { key: NOBODY, value: null, label: t('people.nobody') },
    { key: 'search', value: 'search', label: t('people.searchOther') },
  ];
};

/** The two are never the same person. */
const takenIn = (account: AccountDetail, field: KeyField): string[] =>
  FIELDS.filter((other) => other !== field).flatMap((other) => account[other]?.documentId ?? []);
