import { lazy, Suspense, useState } from 'react';
import { Button } from '@strapi/design-system';
import type { GroupOfContactView } from '../../../../../server/src/modules/groups/contract';
import { useTranslate } from '../../../shared/translate';

const ExplainDialog = lazy(() => import('./explain-dialog'));

interface WhyButtonProps {
  /** With its name where the group is what is looked at, and contacts are listed. */
  contact: { documentId: string; displayName?: string };
  place: Pick<GroupOfContactView, 'group' | 'since' | 'because'>;
}

/** Only of dynamic groups: others have no condition to explain. */
export const WhyButton = ({ contact, place }: WhyButtonProps) => {
  const t = useTranslate();
  const [isOpen, setOpen] = useState(false);
  const { documentId, displayName } = contact;
  const { group } = place;
  if (group.kind !== 'dynamic') return null;
  return (
    <>
      <Button
        size="S"
        variant="tertiary"
        aria-label={
          displayName
            ? t('groups.whyContact', { name: displayName })
            : t('groups.whyNamed', { name: group.displayName })
        }
        onClick={() => setOpen(true)}
      >
        {t('groups.why')}
      </Button>
      {isOpen && (
        <Suspense fallback={null}>
          <ExplainDialog
            contact={documentId}
            group={group}
            since={place.since}
            because={place.because}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </>
  );
};
