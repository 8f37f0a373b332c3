import { useNavigate, useParams } from 'react-router-dom';
import { useOffered } from '../../../shared/admin-modules-context';
import type { AdminModule } from '../../../shared/admin-module';
import { CardError, CardFrame } from '../../../shared/card/card-frame';
import { CardSkeleton } from '../../../shared/card/card-skeleton';
import { contactListPath, contactPath } from '../../../shared/paths';
import { useTranslate } from '../../../shared/translate';
import { useShortcuts } from '../../../shared/use-shortcuts';
import { useContact } from '../api';
import { CardHeader } from '../card/card-header';

const tabsOf = (module: AdminModule) => module.cardTabs;
const panelsOf = (module: AdminModule) => module.cardPanels;

const ContactCardPage = () => {
  const t = useTranslate();
  const { documentId = '', tab } = useParams();
  const { data: contact, error, refetch } = useContact(documentId);
  const { items: tabs, isKnown } = useOffered(tabsOf);
  const { items: panels } = useOffered(panelsOf);
  const navigate = useNavigate();
  useShortcuts({ e: () => navigate(contactPath(documentId, 'profile')) });
  if (error && !contact) {
    return <CardError error={error} listPath={contactListPath} onRetry={() => void refetch()} />;
  }
  if (!contact || !isKnown) return <CardSkeleton />;
  return (
    <CardFrame
      documentId={documentId}
      name={contact.displayName}
      header={<CardHeader contact={contact} />}
      tabsLabel={t('card.tabs')}
      listPath={contactListPath}
      pathOf={contactPath}
      {...{ tab, tabs, panels }}
    />
  );
};

export default ContactCardPage;
