import { useState } from 'react';
import { Checkbox, Field, Flex, TextInput } from '@strapi/design-system';
import { FormDialog } from '../form-dialog';
import { useCan } from '../permissions';
import { useTranslate } from '../translate';

export interface ViewSettings {
  name: string;
  shared: boolean;
}

interface ViewDialogProps {
  title: string;
  initial: ViewSettings;
  isBusy: boolean;
  onClose: () => void;
  onSave: (settings: ViewSettings) => void;
}

const MAX_NAME = 60;

/** Name of a view, and whether others see it. */
export const ViewDialog = ({ title, initial, isBusy, onClose, onSave }: ViewDialogProps) => {
  const t = useTranslate();
  const canShare = useCan('views.share');
  const [{ name, shared }, setSettings] = useState(initial);
  const save = () => {
    if (name.trim()) onSave({ name: name.trim(), shared });
  };
  return (
    <FormDialog
      title={title}
      submitLabel={t('common.save')}
      isBusy={isBusy}
      canSubmit={name.trim() !== ''}
      onClose={onClose}
      onSubmit={save}
    >
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Field.Root name="view-name" required>
          <Field.Label>{t('views.name')}</Field.Label>
          <TextInput
            value={name}
            maxLength={MAX_NAME}
            onChange={(event) => setSettings({ name: event.target.value, shared })}
          />
        </Field.Root>
        {(canShare || initial.shared) && (
          <Checkbox
            checked={shared}
            onCheckedChange={(checked) => setSettings({ name, shared: checked === true })}
          >
            {t('views.share')}
          </Checkbox>
        )}
      </Flex>
    </FormDialog>
  );
};
