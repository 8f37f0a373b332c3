import { Flex, Link as DesignLink } from '@strapi/design-system';
import { Briefcase } from '@strapi/icons';
import { useIntl } from 'react-intl';
import { Link } from 'react-router-dom';
import type {
  AccountDetail,
  PersonView,
} from '../../../../../server/src/modules/accounts/contract';
import { CardFact, CardHeading } from '../../../shared/card/card-heading';
import { LabelChoice } from '../../../shared/card/label-choice';
import { OwnerChoice } from '../../../shared/card/owner-choice';
import { useInlineChange } from '../../../shared/card/use-inline-change';
import { countryName } from '../../../shared/country-name';
import { accountPath, contactPath } from '../../../shared/paths';
import { useCan } from '../../../shared/permissions';
import { hostOf, toSafeHref } from '../../../shared/read-url';
import { useTranslate } from '../../../shared/translate';
import { useOwners } from '../../contacts';
import { accountKey, useAccountStatuses, useUpdateAccount } from '../api';
import { AccountMenu } from './account-menu';

interface AccountProps {
  account: AccountDetail;
}

/** Which account this is. Status and owner change where they stand. */
export const AccountHeader = ({ account }: AccountProps) => {
  const t = useTranslate();
  const { parent } = account;
  return (
    <CardHeading
      avatar={<Briefcase aria-hidden width="4.8rem" height="4.8rem" fill="primary500" />}
      name={account.name}
      choices={<Choices account={account} />}
      menu={<AccountMenu account={account} />}
    >
      {parent && (
        <DesignLink tag={Link} to={accountPath(parent.documentId)}>
          {t('accounts.subsidiaryOf', { name: parent.name })}
        </DesignLink>
      )}
      <Facts account={account} />
      {account.primaryContact && <ContactLink person={account.primaryContact} />}
    </CardHeading>
  );
};

/** Who to turn to. */
const ContactLink = ({ person }: { person: PersonView }) => {
  const t = useTranslate();
  return (
    <Flex gap={1}>
      <CardFact>{t('field.primaryContact')}:</CardFact>
      <DesignLink tag={Link} to={contactPath(person.documentId)}>
        {person.displayName}
      </DesignLink>
    </Flex>
  );
};

const Choices = ({ account }: AccountProps) => {
  const t = useTranslate();
  const isFixed = !useCan('accounts.update');
  const { data: statuses = [] } = useAccountStatuses();
  const { data: owners = [] } = useOwners();
  const { mutateAsync } = useUpdateAccount(account.documentId);
  const change = useInlineChange({
    shown: account,
    queryKey: accountKey(account.documentId),
    save: mutateAsync,
  });
  return (
    <>
      <LabelChoice
        field={t('field.status')}
        noneLabel={t('status.none')}
        value={account.status}
        labels={statuses}
        disabled={isFixed}
        onChoose={(status) =>
          void change(
            { status },
            status
              ? t('card.statusChanged', { status: status.displayName })
              : t('card.statusCleared')
          )
        }
      />
      <OwnerChoice
        owner={account.owner}
        owners={owners}
        disabled={isFixed}
        onChange={(values, message) => void change(values, message)}
      />
    </>
  );
};

const Facts = ({ account }: AccountProps) => {
  const { locale } = useIntl();
  const { accountType, industry, city, country, website, phone } = account;
  const place = [city, country && countryName(country, locale)].filter(Boolean).join(', ');
  const facts = [accountType, industry, phone, place].filter(
    (fact): fact is string => typeof fact === 'string' && fact !== ''
  );
  const href = toSafeHref(website ?? null);
  return (
    <Flex gap={2} wrap="wrap">
      {facts.length > 0 && <CardFact>{facts.join(' · ')}</CardFact>}
      {href && (
        <DesignLink href={href} target="_blank" rel="noreferrer noopener">
          {hostOf(href)}
        </DesignLink>
      )}
    </Flex>
  );
};
