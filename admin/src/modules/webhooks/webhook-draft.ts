/** The form of a webhook, and what it sends. */
import { useState } from 'react';
import { useNotify } from '../../shared/notices';
import { toProblem } from '../../shared/problem';
import { useTranslate } from '../../shared/translate';
import type { WebhookView } from '../../../../server/src/modules/webhooks/contract';
import { useCreateWebhook, useUpdateWebhook, type WebhookDraft } from './api';

export interface HeaderRow {
  name: string;
  value: string;
  /** There is a value on the server, which is not shown; an empty one here keeps it. */
  isStored: boolean;
}

export interface Form extends Omit<WebhookDraft, 'headers'> {
  headers: HeaderRow[];
}

export const toForm = (webhook: WebhookView | null): Form => ({
  name: webhook?.name ?? '',
  url: webhook?.url ?? '',
  events: webhook?.events ?? [],
  enabled: webhook?.enabled ?? true,
  headers: (webhook?.headers ?? []).map((name) => ({ name, value: '', isStored: true })),
});

/** Rows without a name are left out. */
export const toDraft = ({ headers, ...form }: Form): WebhookDraft => ({
  ...form,
  headers: Object.fromEntries(
    headers
      .filter(({ name }) => name.trim())
      .map(({ name, value, isStored }) => [name.trim(), isStored && value === '' ? null : value])
  ),
});

export const useWebhookForm = (
  webhook: WebhookView | null,
  { onClose, onSecret }: { onClose: () => void; onSecret: (secret: string) => void }
) => {
  const t = useTranslate();
  const notify = useNotify();
  const create = useCreateWebhook();
  const update = useUpdateWebhook();
  const [form, setForm] = useState(() => toForm(webhook));
  const [problems, setProblems] = useState<Record<string, string>>({});
  const save = async () => {
    const draft = toDraft(form);
    try {
      if (webhook) await update.mutateAsync({ id: webhook.id, draft });
      else onSecret((await create.mutateAsync(draft)).data.secret);
      notify({ type: 'success', message: t('webhooks.saved', { name: form.name }) });
      onClose();
    } catch (error) {
      const { fields, message } = toProblem(error);
      const isSaid = Object.keys(fields).length > 0;
      setProblems(isSaid ? fields : { form: message ?? t('error.title') });
    }
  };
  return {
    form,
    problems,
    save,
    set: (change: Partial<Form>) => setForm((before) => ({ ...before, ...change })),
    isSaving: create.isPending || update.isPending,
  };
};
