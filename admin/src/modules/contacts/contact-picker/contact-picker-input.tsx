/**
 * The custom field "Contact" in Strapi's edit view: any content type of the site can point at a contact.
 * What is stored is the contact's document id.
 */
import { forwardRef, type ReactNode } from 'react';
import { Field } from '@strapi/design-system';
import { useField } from '@strapi/strapi/admin';
import { useCan } from '../../../shared/permissions';
import { PluginProviders } from '../../../shared/plugin-providers';
import { useTranslate } from '../../../shared/translate';
import { ChosenContact } from './chosen-contact';
import { ContactSearch } from './contact-search';

interface ContactPickerInputProps {
  name: string;
  label: string;
  hint?: ReactNode;
  labelAction?: ReactNode;
  required?: boolean;
  disabled?: boolean;
}

const ContactPickerInput = forwardRef<HTMLButtonElement, ContactPickerInputProps>(
  ({ name, label, hint, labelAction, required = false, disabled = false }, ref) => {
    const { value, error, onChange } = useField<string | null>(name);
    return (
      <PluginProviders>
        <Field.Root name={name} error={error} hint={hint} required={required}>
          <Field.Label action={labelAction}>{label}</Field.Label>
          <Picker
            inputRef={ref}
            value={value ?? null}
            disabled={disabled}
            onChange={(documentId) => onChange(name, documentId)}
          />
          <Field.Hint />
          <Field.Error />
        </Field.Root>
      </PluginProviders>
    );
  }
);
ContactPickerInput.displayName = 'ContactPickerInput';

interface PickerProps {
  value: string | null;
  disabled: boolean;
  inputRef: React.Ref<HTMLButtonElement>;
  onChange: (documentId: string | null) => void;
}

/** Who may not see contacts keeps what is chosen, and is told why there is no more. */
const Picker = ({ value, disabled, inputRef, onChange }: PickerProps) => {
  const t = useTranslate();
  const canRead = useCan('contacts.read');
  if (value) {
    return (
      <ChosenContact
        documentId={value}
        canRead={canRead}
        onClear={disabled ? undefined : () => onChange(null)}
      />
    );
  }
  return (
    <ContactSearch
      buttonRef={inputRef}
      label={t(canRead ? 'picker.choose' : 'picker.forbidden')}
      disabled={disabled || !canRead}
      onChoose={onChange}
    />
  );
};

export default ContactPickerInput;
