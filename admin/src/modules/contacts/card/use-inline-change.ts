import { useCallback } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { ContactDetail } from '../../../../../server/src/modules/contacts/contract';
import { useNotify } from '../../../shared/notices';
import { toProblem } from '../../../shared/problem';
import { useTranslate } from '../../../shared/translate';
import { contactKey, useUpdateContact, type ContactChange } from '../api';

/** What the header can change, as the card shows it. */
export type InlineValues = Partial<Pick<ContactDetail, 'state' | 'status' | 'owner'>>;

/**
 * Changes a contact at once on screen, then on the server. A refusal puts back what was there and
 * says why; the notice of success can undo it, also from another page.
 */
export const useInlineChange = (contact: ContactDetail) => {
  const t = useTranslate();
  const notify = useNotify();
  const apply = useOptimisticChange(contact.documentId);
  return useCallback(
    async (values: InlineValues, message: string) => {
      const before = pick(contact, values);
      const undo = async () => {
        if (await apply(before, values)) notify({ type: 'info', message: t('card.undone') });
      };
      if (await apply(values, before)) {
        const action = { label: t('common.undo'), run: () => void undo() };
        notify({ type: 'success', message, action });
      }
    },
    [contact, apply, notify, t]
  );
};

/** Resolves with whether the server took it. */
const useOptimisticChange = (documentId: string) => {
  const t = useTranslate();
  const notify = useNotify();
  const queryClient = useQueryClient();
  const { mutateAsync } = useUpdateContact(documentId);
  return useCallback(
    async (next: InlineValues, previous: InlineValues): Promise<boolean> => {
      const show = (shown: InlineValues) =>
        queryClient.setQueryData<{ data: ContactDetail }>(
          contactKey(documentId),
          (cached) => cached && { data: { ...cached.data, ...shown } }
        );
      show(next);
      try {
        await mutateAsync(toWire(next));
        return true;
      } catch (error) {
        show(previous);
        notify({ type: 'danger', message: toProblem(error).message ?? t('error.title') });
        return false;
      }
    },
    [documentId, mutateAsync, notify, queryClient, t]
  );
};

const pick = (contact: ContactDetail, values: InlineValues): InlineValues => ({
  ...('state' in values && { state: contact.state }),
  ...('status' in values && { status: contact.status }),
  ...('owner' in values && { owner: contact.owner }),
});

const toWire = ({ state, status, owner }: InlineValues): ContactChange => ({
  ...(state !== undefined && { state }),
  ...(status !== undefined && { status: status?.documentId ?? null }),
  ...(owner !== undefined && { owner: owner?.id ?? null }),
});
