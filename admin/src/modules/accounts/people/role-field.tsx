import { Field, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { useTranslate } from '../../../shared/translate';
import { useContactRoles } from './api';

interface RoleFieldProps {
  role: string | null;
  onChange: (role: string | null) => void;
  error?: string | undefined;
}

export const RoleField = ({ role, onChange, error }: RoleFieldProps) => {
  const t = useTranslate();
  const { data: roles = [] } = useContactRoles();
  return (
    <Field.Root name="role" error={error}>
      <Field.Label>{t('people.role')}</Field.Label>
      <SingleSelect
        value={role}
        placeholder={t('people.noRole')}
        clearLabel={t('common.clear')}
        onClear={() => onChange(null)}
        onChange={(next) => onChange(String(next))}
      >
        {roles.map(({ documentId, displayName }) => (
          <SingleSelectOption key={documentId} value={documentId}>
            {displayName}
          </SingleSelectOption>
        ))}
      </SingleSelect>
      <Field.Error />
    </Field.Root>
  );
};
