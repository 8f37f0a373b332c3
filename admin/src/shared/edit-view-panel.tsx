/** A panel beside Strapi's edit view. */
import type { ReactNode } from 'react';
import { Link as DesignLink } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import { useCan, type PermissionUid } from './permissions';
import { useTranslate, type TranslationId } from './translate';

/** What Strapi tells a panel, as far as ours ask for it. */
export interface EditViewProps {
  model: string;
  /** None while an entry is being created. */
  documentId?: string;
  document?: Record<string, unknown>;
  /** Whether the draft or what is published is looked at. */
  activeTab?: string | null;
}

/** A component that answers with a description; null is no panel. */
export type EditViewPanel = (props: EditViewProps) => { title: string; content: ReactNode } | null;

interface CardLink {
  model: string;
  permission: PermissionUid;
  title: TranslationId;
  label: TranslationId;
  pathOf: (documentId: string) => string;
}

/** From an entry to its card among the contacts or accounts. */
export const cardLinkPanel = ({ model, permission, title, label, pathOf }: CardLink) => {
  const CardLinkPanel: EditViewPanel = (props) => {
    const t = useTranslate();
    const may = useCan(permission);
    if (props.model !== model || !props.documentId || !may) return null;
    return {
      title: t(title),
      content: (
        <DesignLink tag={Link} to={pathOf(props.documentId)}>
          {t(label)}
        </DesignLink>
      ),
    };
  };
  return CardLinkPanel;
};
