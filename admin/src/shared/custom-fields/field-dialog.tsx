import {
  Box,
  Checkbox,
  Field,
  Flex,
  Grid,
  SingleSelect,
  SingleSelectOption,
  TextInput,
} from '@strapi/design-system';
import type { ReactNode } from 'react';
import type { FieldKind } from '../../../../server/src/platform/fields/contract';
import { FormDialog } from '../form-dialog';
import { useTranslate } from '../translate';
import { DefaultInput } from './default-input';
import type { Draft } from './field-draft';
import { FIELD_KINDS, hasOptions } from './kinds';
import { OptionsInput } from './options-input';
import { useFieldDraft, type FieldDialogProps } from './use-field-draft';

export const FieldDialog = (props: FieldDialogProps) => {
  const t = useTranslate();
  const { field, onClose } = props;
  const { draft, set, save, isSaving, problems } = useFieldDraft(props);
  return (
    <FormDialog
      title={t(field ? 'fields.editTitle' : 'fields.add')}
      submitLabel={t('common.save')}
      isBusy={isSaving}
      onClose={onClose}
      onSubmit={() => void save()}
    >
      <Inputs isNew={!field} {...{ draft, set, problems }} />
    </FormDialog>
  );
};

interface InputsProps {
  draft: Draft;
  set: (part: Partial<Draft>) => void;
  problems: Record<string, string>;
  isNew: boolean;
}

const Inputs = ({ draft, set, problems, isNew }: InputsProps) => {
  const t = useTranslate();
  const text = (name: 'displayName' | 'name' | 'help' | 'section') => ({
    name,
    value: draft[name],
    error: problems[name],
    onChange: (value: string) => set({ [name]: value }),
  });
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Pair>
        <TextField {...text('displayName')} label={t('fields.displayName')} required />
        <TextField
          {...text('name')}
          label={t('fields.name')}
          hint={t('fields.nameHint')}
          disabled={!isNew}
          required
        />
      </Pair>
      <Pair>
        <KindField
          kind={draft.kind}
          disabled={!isNew}
          onChange={(kind) => set({ kind, defaultValue: null })}
        />
        <TextField
          {...text('section')}
          label={t('fields.section')}
          hint={t('fields.sectionHint')}
        />
      </Pair>
      {hasOptions(draft.kind) && (
        <OptionsInput
          options={draft.options}
          error={problems.options}
          onChange={(options) => set({ options })}
        />
      )}
      <Pair>
        <TextField {...text('help')} label={t('fields.help')} hint={t('fields.helpHint')} />
        <DefaultInput draft={draft} error={problems.defaultValue} onChange={set} />
      </Pair>
      <Checkbox
        checked={draft.required}
        onCheckedChange={(checked) => set({ required: checked === true })}
      >
        {t(`fields.requiredLabel.${draft.entity}`)}
      </Checkbox>
    </Flex>
  );
};

const Pair = ({ children }: { children: ReactNode[] }) => (
  <Grid.Root gap={4}>
    {children.map((child, index) => (
      <Grid.Item key={index} col={6} xs={12} direction="column" alignItems="stretch">
        <Box>{child}</Box>
      </Grid.Item>
    ))}
  </Grid.Root>
);

interface TextFieldProps {
  name: string;
  label: string;
  value: string;
  hint?: string;
  error?: string;
  required?: boolean;
  disabled?: boolean;
  onChange: (value: string) => void;
}

const TextField = ({ label, value, disabled, onChange, ...root }: TextFieldProps) => (
  <Field.Root {...root}>
    <Field.Label>{label}</Field.Label>
    <TextInput
      value={value}
      disabled={disabled}
      onChange={(event) => onChange(event.target.value)}
    />
    <Field.Hint />
    <Field.Error />
  </Field.Root>
);

interface KindFieldProps {
  kind: FieldKind;
  disabled: boolean;
  onChange: (kind: FieldKind) => void;
}

const KindField = ({ kind, disabled, onChange }: KindFieldProps) => {
  const t = useTranslate();
  return (
    <Field.Root name="kind" required hint={t('fields.kindHint')}>
      <Field.Label>{t('fields.kind')}</Field.Label>
      <SingleSelect
        value={kind}
        disabled={disabled}
        onChange={(value) => onChange(String(value) as FieldKind)}
      >
        {FIELD_KINDS.map((one) => (
          <SingleSelectOption key={one} value={one}>
            {t(`fields.kind.${one}`)}
          </SingleSelectOption>
        ))}
      </SingleSelect>
      <Field.Hint />
    </Field.Root>
  );
};
