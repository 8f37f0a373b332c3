import { Link as DesignLink, Typography } from '@strapi/design-system';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router-dom';
import type { SiteUserContact } from '../../../../server/src/modules/tracking/contract';
import { api } from '../../shared/api';
import { contactPath } from '../../shared/paths';
import { PluginProviders } from '../../shared/plugin-providers';
import { useTranslate } from '../../shared/translate';

interface UserContactProps {
  /** Of the user. */
  documentId: string;
}

const Found = ({ documentId }: UserContactProps) => {
  const t = useTranslate();
  const { data } = useQuery({
    queryKey: ['contacts', 'of-user', documentId],
    queryFn: ({ signal }) =>
      api.get<{ data: SiteUserContact | null }>(
        `/site-users/${encodeURIComponent(documentId)}/contact`,
        { signal }
      ),
  });
  if (!data) return null;
  const contact = data.data;
  if (!contact) return <Typography textColor="neutral600">{t('panel.noContact')}</Typography>;
  return (
    <DesignLink tag={Link} to={contactPath(contact.documentId)}>
      {contact.displayName}
    </DesignLink>
  );
};

/** The contact that a user of the site belongs to. */
const UserContact = ({ documentId }: UserContactProps) => (
  <PluginProviders>
    <Found documentId={documentId} />
  </PluginProviders>
);

export default UserContact;
