import type { ReactNode } from 'react';
import { Box, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { ContactDetail } from '../../../../../server/src/modules/contacts/contract';
import { useEdition } from '../../../shared/edition';
import { RelativeTime } from '../../../shared/relative-time';
import { useTranslate } from '../../../shared/translate';
import { ContactAvatar } from '../components/contact-avatar';
import { CardMenu } from './card-menu';
import { factsOf } from './contact-facts';
import { OwnerChoice, StateChoice, StatusChoice } from './inline-choices';

/** Who this is. State, status and owner change where they stand. */
export const CardHeader = ({ contact }: { contact: ContactDetail }) => (
  <Flex gap={4} paddingTop={3} paddingBottom={4} alignItems="flex-start">
    <ContactAvatar name={contact.displayName} kind={contact.kind} size="L" />
    <Box flex="1" minWidth={0}>
      <Flex gap={4} justifyContent="space-between" alignItems="flex-start">
        <Flex gap={3} wrap="wrap" minWidth={0}>
          <Typography
            variant={contact.displayName.length > LONG_NAME ? 'beta' : 'alpha'}
            tag="h1"
            style={{ overflowWrap: 'anywhere' }}
          >
            {contact.displayName}
          </Typography>
          <Choices contact={contact} />
        </Flex>
        <CardMenu contact={contact} />
      </Flex>
      <Flex justifyContent="space-between" wrap="wrap" paddingTop={1} style={{ columnGap: GAP }}>
        <Facts contact={contact} />
        <Seen contact={contact} />
      </Flex>
    </Box>
  </Flex>
);

/** The card is shown once the edition is known, so that none of them comes in late. */
const Choices = ({ contact }: { contact: ContactDetail }) => {
  const edition = useEdition();
  return (
    <Flex gap={1} wrap="wrap">
      <StateChoice contact={contact} />
      {edition === 'ems' && <StatusChoice contact={contact} />}
      <OwnerChoice contact={contact} />
    </Flex>
  );
};

/** Between what stands side by side; what has wrapped stays close. */
const GAP = '1.6rem';

/** From here on a name would fill the page. */
const LONG_NAME = 40;

const Facts = ({ contact }: { contact: ContactDetail }) => {
  const t = useTranslate();
  const { locale } = useIntl();
  const facts = factsOf(contact, t, locale);
  if (facts.length === 0) return <Secondary>{t(`kind.${contact.kind}`)}</Secondary>;
  return <Secondary>{facts.join(' · ')}</Secondary>;
};

const Seen = ({ contact: { firstSeenAt, lastActivityAt } }: { contact: ContactDetail }) => {
  const t = useTranslate();
  const intl = useIntl();
  return (
    <Secondary>
      {firstSeenAt &&
        t('card.firstSeen', { date: intl.formatDate(firstSeenAt, { dateStyle: 'medium' }) })}
      {firstSeenAt && lastActivityAt && ' · '}
      {lastActivityAt && (
        <>
          {t('card.lastSeen')} <RelativeTime at={lastActivityAt} />
        </>
      )}
    </Secondary>
  );
};

const Secondary = ({ children }: { children: ReactNode }) => (
  <Typography textColor="neutral600" tag="p" style={{ overflowWrap: 'anywhere' }}>
    {children}
  </Typography>
);
