import { useState, type FormEvent, type ReactNode } from 'react';
import {
  Button,
  Field,
  Flex,
  SingleSelect,
  SingleSelectOption,
  Toggle,
} from '@strapi/design-system';
import type { Settings } from '../../../../../server/src/modules/tracking/contract';
import { useNotify } from '../../../shared/notices';
import { Panel } from '../../../shared/panel';
import { useCan } from '../../../shared/permissions';
import { toProblem } from '../../../shared/problem';
import { useTranslate } from '../../../shared/translate';
import { useSaveSettings, type SettingsChange } from '../api';

const CONSENT = ['optional', 'required'] as const;
const IP_ADDRESS = ['off', 'truncated'] as const;

/** What may be recorded, and what a purchase changes. */
export const PrivacyForm = ({ settings }: { settings: Settings }) => {
  const t = useTranslate();
  const canUpdate = useCan('settings.update');
  const { values, set, save, isSaving, isModified } = usePrivacy(settings);
  return (
    <form onSubmit={save}>
      <Panel
        title={t('settings.privacy')}
        actions={
          <Button type="submit" loading={isSaving} disabled={!canUpdate || !isModified}>
            {t('common.save')}
          </Button>
        }
      >
        <Flex direction="column" alignItems="stretch" gap={5}>
          <Choice
            name="consent"
            value={values.consent}
            disabled={!canUpdate}
            onChange={(consent) => set({ consent: CONSENT.find((one) => one === consent) })}
            options={CONSENT.map((value) => ({ value, label: t(`settings.consent.${value}`) }))}
          />
          <Choice
            name="ipAddress"
            value={values.ipAddress}
            disabled={!canUpdate}
            onChange={(ip) => set({ ipAddress: IP_ADDRESS.find((one) => one === ip) })}
            options={IP_ADDRESS.map((value) => ({
              value,
              label: t(`settings.ipAddress.${value}`),
            }))}
          />
          <Switch
            name="honourPrivacySignals"
            checked={values.honourPrivacySignals}
            disabled={!canUpdate}
            onChange={(honourPrivacySignals) => set({ honourPrivacySignals })}
          />
          <Switch
            name="purchaseMakesClient"
            checked={values.purchaseMakesClient}
            disabled={!canUpdate}
            onChange={(purchaseMakesClient) => set({ purchaseMakesClient })}
          />
        </Flex>
      </Panel>
    </form>
  );
};

const usePrivacy = (settings: Settings) => {
  const t = useTranslate();
  const notify = useNotify();
  const { mutateAsync, isPending } = useSaveSettings();
  const [change, setChange] = useState<SettingsChange>({});
  const save = async (event: FormEvent) => {
    event.preventDefault();
    try {
      await mutateAsync(change);
      setChange({});
      notify({ type: 'success', message: t('settings.saved') });
    } catch (error) {
      notify({ type: 'danger', message: toProblem(error).message ?? t('error.title') });
    }
  };
  return {
    values: { ...settings, ...change },
    set: (next: SettingsChange) => setChange({ ...change, ...next }),
    save,
    isSaving: isPending,
    isModified: Object.keys(change).length > 0,
  };
};

interface FieldProps {
  name: 'consent' | 'ipAddress' | 'honourPrivacySignals' | 'purchaseMakesClient';
  children: ReactNode;
}

const SettingField = ({ name, children }: FieldProps) => {
  const t = useTranslate();
  return (
    <Field.Root name={name} hint={t(`settings.${name}Hint`)} maxWidth="56rem">
      <Field.Label>{t(`settings.${name}`)}</Field.Label>
      {children}
      <Field.Hint />
    </Field.Root>
  );
};

interface ChoiceProps {
  name: 'consent' | 'ipAddress';
  value: string;
  options: { value: string; label: string }[];
  disabled: boolean;
  onChange: (value: string | number) => void;
}

const Choice = ({ name, value, options, disabled, onChange }: ChoiceProps) => (
  <SettingField name={name}>
    <SingleSelect value={value} disabled={disabled} onChange={onChange}>
      {options.map((option) => (
        <SingleSelectOption key={option.value} value={option.value}>
          {option.label}
        </SingleSelectOption>
      ))}
    </SingleSelect>
  </SettingField>
);

interface SwitchProps {
  name: 'honourPrivacySignals' | 'purchaseMakesClient';
  checked: boolean;
  disabled: boolean;
  onChange: (checked: boolean) => void;
}

const Switch = ({ name, checked, disabled, onChange }: SwitchProps) => {
  const t = useTranslate();
  return (
    <SettingField name={name}>
      <Toggle
        checked={checked}
        disabled={disabled}
        onLabel={t('common.on')}
        offLabel={t('common.off')}
        onChange={(event) => onChange(event.target.checked)}
      />
    </SettingField>
  );
};
