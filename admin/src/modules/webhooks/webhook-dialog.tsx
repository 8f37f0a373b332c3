import { Field, Flex, TextInput, Toggle, Typography } from '@strapi/design-system';
import { FormDialog } from '../../shared/form-dialog';
import { OptionList } from '../../shared/option-list';
import { useTranslate } from '../../shared/translate';
import type {
  PublicEventType,
  WebhookView,
} from '../../../../server/src/modules/webhooks/contract';
import { HeaderRows } from './header-rows';
import { useWebhookForm, type Form } from './webhook-draft';

interface WebhookDialogProps {
  /** Null makes a new one. */
  webhook: WebhookView | null;
  events: PublicEventType[];
  onClose: () => void;
  onSecret: (secret: string) => void;
}

export const WebhookDialog = ({ webhook, events, onClose, onSecret }: WebhookDialogProps) => {
  const t = useTranslate();
  const { form, problems, save, set, isSaving } = useWebhookForm(webhook, { onClose, onSecret });
  return (
    <FormDialog
      title={t(webhook ? 'webhooks.editTitle' : 'webhooks.add')}
      submitLabel={t('common.save')}
      isBusy={isSaving}
      onClose={onClose}
      onSubmit={() => void save()}
    >
      <Flex direction="column" alignItems="stretch" gap={4}>
        <WebhookFields {...{ form, problems, set, events }} />
        {problems.form && (
          <Typography textColor="danger600" role="alert">
            {problems.form}
          </Typography>
        )}
      </Flex>
    </FormDialog>
  );
};

interface WebhookFieldsProps {
  form: Form;
  problems: Record<string, string>;
  set: (change: Partial<Form>) => void;
  events: PublicEventType[];
}

const WebhookFields = ({ form, problems, set, events }: WebhookFieldsProps) => {
  const t = useTranslate();
  return (
    <>
      <Field.Root name="name" required error={problems.name}>
        <Field.Label>{t('webhooks.name')}</Field.Label>
        <TextInput value={form.name} onChange={({ target }) => set({ name: target.value })} />
        <Field.Error />
      </Field.Root>
      <Field.Root name="url" required error={problems.url} hint={t('webhooks.urlHint')}>
        <Field.Label>{t('webhooks.url')}</Field.Label>
        <TextInput value={form.url} onChange={({ target }) => set({ url: target.value })} />
        <Field.Hint />
        <Field.Error />
      </Field.Root>
      <Field.Root name="events" required error={problems.events}>
        <Field.Label>{t('webhooks.events')}</Field.Label>
        <OptionList
          label={t('webhooks.events')}
          options={events.map((type) => ({ value: type, label: t(`webhooks.on.${type}`) }))}
          selected={form.events}
          onChange={(chosen) => set({ events: events.filter((type) => chosen.includes(type)) })}
        />
        <Field.Error />
      </Field.Root>
      <HeaderRows
        rows={form.headers}
        problem={problems.headers}
        onChange={(headers) => set({ headers })}
      />
      <Field.Root name="enabled">
        <Field.Label>{t('webhooks.state')}</Field.Label>
        <Toggle
          onLabel={t('common.on')}
          offLabel={t('common.off')}
          checked={form.enabled}
          onChange={({ target }) => set({ enabled: target.checked })}
        />
      </Field.Root>
    </>
  );
};
