/** Panels beside entries that carry an audience, or hold components that do. */
import { lazy, Suspense } from 'react';
import { unstable_useContentManagerContext as useContentManager } from '@strapi/strapi/admin';
import type { EditViewPanel, EditViewProps } from '../../../shared/edit-view-panel';
import { useMay } from '../../../shared/permissions';
import { useTranslate } from '../../../shared/translate';
import { AUDIENCE_FIELD } from '../audience-field';

const WhoSeesWhat = lazy(() => import('./who-sees-what'));

export const PreviewPanel: EditViewPanel = ({ model, document, activeTab }: EditViewProps) => {
  const t = useTranslate();
  const may = useMay();
  const { contentType, components } = useContentManager();
  // Of a single type, Strapi tells no `documentId`.
  const documentId = textOf(document?.documentId);
  const schemas: Schema[] = [...(contentType ? [contentType] : []), ...Object.values(components)];
  if (!documentId || !may('groups.read') || !schemas.some(carriesAudience)) return null;
  return {
    title: t('personalisation.whoSeesWhat'),
    content: (
      <Suspense fallback={null}>
        <WhoSeesWhat
          uid={model}
          documentId={documentId}
          locale={textOf(document?.locale)}
          status={activeTab === 'published' ? 'published' : 'draft'}
          savedAt={textOf(document?.updatedAt)}
        />
      </Suspense>
    ),
  };
};

interface Schema {
  attributes: Record<string, object>;
}

const carriesAudience = ({ attributes }: Schema): boolean =>
  Object.values(attributes).some(
    (attribute) => 'customField' in attribute && attribute.customField === AUDIENCE_FIELD
  );

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);
