import { useCallback } from 'react';
import { useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useNotify } from '../notices';
import { toProblem } from '../problem';
import { useTranslate } from '../translate';

interface InlineChange<Shown extends object> {
  /** What the card shows, and the key it is cached under as `{ data }`. */
  shown: Shown;
  queryKey: QueryKey;
  save: (data: Record<string, unknown>) => Promise<unknown>;
}

/**
 * Changes what a card shows at once on screen, then on the server. A refusal puts back what was there and
 * says why; the notice of success can undo it, also from another page.
 */
export const useInlineChange = <Shown extends object>(options: InlineChange<Shown>) => {
  const { shown } = options;
  const t = useTranslate();
  const notify = useNotify();
  const apply = useOptimisticChange(options);
  return useCallback(
    async (values: Partial<Shown>, message: string) => {
      const names = Object.keys(values) as (keyof Shown)[];
      const before = Object.fromEntries(names.map((name) => [name, shown[name]])) as Partial<Shown>;
      const undo = async () => {
        if (await apply(before, values)) notify({ type: 'info', message: t('card.undone') });
      };
      if (await apply(values, before)) {
        const action = { label: t('common.undo'), run: () => void undo() };
        notify({ type: 'success', message, action });
      }
    },
    [shown, apply, notify, t]
  );
};

/** Resolves with whether the server took it. */
const useOptimisticChange = <Shown extends object>({ queryKey, save }: InlineChange<Shown>) => {
  const t = useTranslate();
  const notify = useNotify();
  const queryClient = useQueryClient();
  return useCallback(
    async (next: Partial<Shown>, previous: Partial<Shown>): Promise<boolean> => {
      const show = (values: Partial<Shown>) =>
        queryClient.setQueryData<{ data: Shown }>(
          queryKey,
          (cached) => cached && { data: { ...cached.data, ...values } }
        );
      show(next);
      try {
        await save(toWire(next));
        return true;
      } catch (error) {
        show(previous);
        notify({ type: 'danger', message: toProblem(error).message ?? t('error.title') });
        return false;
      }
    },
    [queryKey, save, notify, queryClient, t]
  );
};

const toWire = (values: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, toReference(value)]));

/** A related entry goes by its document id, an admin user by the number. */
const toReference = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  if ('documentId' in value) return value.documentId;
  return 'id' in value ? value.id : value;
};
