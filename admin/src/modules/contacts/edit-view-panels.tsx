/** Ways from Strapi's edit view to contacts. */
import { lazy, Suspense } from 'react';
import { CONTACT_UID } from '../../shared/content-types';
import { cardLinkPanel, type EditViewPanel } from '../../shared/edit-view-panel';
import { contactPath } from '../../shared/paths';
import { useCan } from '../../shared/permissions';
import { useTranslate } from '../../shared/translate';

const USER_UID = 'plugin::users-permissions.user';
const UserContact = lazy(() => import('./user-contact'));

const UserPanel: EditViewPanel = ({ model, documentId }) => {
  const t = useTranslate();
  const may = useCan('contacts.read');
  if (model !== USER_UID || !may || !documentId) return null;
  return {
    title: t('panel.contact'),
    content: (
      <Suspense fallback={null}>
        <UserContact documentId={documentId} />
      </Suspense>
    ),
  };
};

export const contactPanels: EditViewPanel[] = [
  cardLinkPanel({
    model: CONTACT_UID,
    permission: 'contacts.read',
    title: 'panel.contact',
    label: 'panel.openContact',
    pathOf: contactPath,
  }),
  UserPanel,
];
