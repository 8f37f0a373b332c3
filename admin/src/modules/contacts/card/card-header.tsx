import { Suspense } from 'react';
import { Box } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { ContactDetail } from '../../../../../server/src/modules/contacts/contract';
import type { AdminModule } from '../../../shared/admin-module';
import { useOffered } from '../../../shared/admin-modules-context';
import { CardFact, CardHeading } from '../../../shared/card/card-heading';
import { useEdition } from '../../../shared/edition';
import { RelativeTime } from '../../../shared/relative-time';
import { useTranslate } from '../../../shared/translate';
import { ContactAvatar } from '../components/contact-avatar';
import { CardMenu } from './card-menu';
import { factsOf } from './contact-facts';
import { ContactOwner, StateChoice, StatusChoice } from './inline-choices';

/** Who this is. State, status and owner change where they stand. */
export const CardHeader = ({ contact }: { contact: ContactDetail }) => (
  <CardHeading
    avatar={<ContactAvatar name={contact.displayName} kind={contact.kind} size="L" />}
    name={contact.displayName}
    choices={<Choices contact={contact} />}
    menu={<CardMenu contact={contact} />}
  >
    <Box>
      <Relations documentId={contact.documentId} />
      <Facts contact={contact} />
    </Box>
    <Seen contact={contact} />
  </CardHeading>
);

const factsIn = (module: AdminModule) => module.cardFacts;

/** What other domains know of the contact: "CEO at Acme". */
const Relations = ({ documentId }: { documentId: string }) => {
  const { items } = useOffered(factsIn);
  return (
    <Suspense fallback={null}>
      {items.map(({ id, Panel }) => (
        <Panel key={id} documentId={documentId} />
      ))}
    </Suspense>
  );
};

/** The card is shown once the edition is known, so that none of them comes in late. */
const Choices = ({ contact }: { contact: ContactDetail }) => {
  const edition = useEdition();
  return (
    <>
      <StateChoice contact={contact} />
      {edition === 'ems' && <StatusChoice contact={contact} />}
      <ContactOwner contact={contact} />
    </>
  );
};

const Facts = ({ contact }: { contact: ContactDetail }) => {
  const t = useTranslate();
  const { locale } = useIntl();
  const facts = factsOf(contact, t, locale);
  if (facts.length === 0) return <CardFact>{t(`kind.${contact.kind}`)}</CardFact>;
  return <CardFact>{facts.join(' · ')}</CardFact>;
};

const Seen = ({ contact: { firstSeenAt, lastActivityAt } }: { contact: ContactDetail }) => {
  const t = useTranslate();
  const intl = useIntl();
  return (
    <CardFact>
      {firstSeenAt &&
        t('card.firstSeen', { date: intl.formatDate(firstSeenAt, { dateStyle: 'medium' }) })}
      {firstSeenAt && lastActivityAt && ' · '}
      {lastActivityAt && (
        <>
          {t('card.lastSeen')} <RelativeTime at={lastActivityAt} />
        </>
      )}
    </CardFact>
  );
};
