import { Checkbox, Field, Flex, Textarea, TextInput, Typography } from '@strapi/design-system';
import { useTranslate } from '../../shared/translate';

export interface GroupValues {
  displayName: string;
  name: string;
  description: string;
  visibleToSite: boolean;
}

interface GroupFieldsProps {
  values: GroupValues;
  onChange: (change: Partial<GroupValues>) => void;
  /** By field name. */
  problems: Record<string, string>;
  disabled?: boolean;
}

export const GroupFields = ({ values, onChange, problems, disabled }: GroupFieldsProps) => {
  const t = useTranslate();
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Field.Root name="displayName" required error={problems.displayName}>
        <Field.Label>{t('groups.name')}</Field.Label>
        <TextInput
          value={values.displayName}
          maxLength={255}
          disabled={disabled}
          onChange={(event) => onChange({ displayName: event.target.value })}
        />
        <Field.Error />
      </Field.Root>
      <Field.Root name="name" required error={problems.name} hint={t('groups.codeHint')}>
        <Field.Label>{t('groups.code')}</Field.Label>
        <TextInput
          value={values.name}
          maxLength={100}
          disabled={disabled}
          onChange={(event) => onChange({ name: event.target.value })}
        />
        <Field.Error />
        <Field.Hint />
      </Field.Root>
      <Field.Root name="description" error={problems.description}>
        <Field.Label>{t('groups.description')}</Field.Label>
        <Textarea
          value={values.description}
          disabled={disabled}
          onChange={(event) => onChange({ description: event.target.value })}
        />
        <Field.Error />
      </Field.Root>
      <Checkbox
        checked={values.visibleToSite}
        disabled={disabled}
        onCheckedChange={(checked) => onChange({ visibleToSite: checked === true })}
      >
        {t('groups.visible')}
      </Checkbox>
      <Typography variant="pi" textColor="neutral600">
        {t('groups.visibleHint')}
      </Typography>
    </Flex>
  );
};
