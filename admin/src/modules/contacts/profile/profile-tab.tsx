import { useMemo } from 'react';
import { Flex } from '@strapi/design-system';
import { Form, type FormHelpers } from '@strapi/strapi/admin';
import type {
  ContactDetail,
  FieldDescription,
} from '../../../../../server/src/modules/contacts/contract';
import type { CardSlotProps } from '../../../shared/admin-module';
import { ErrorState } from '../../../shared/error-state';
import { useNotify } from '../../../shared/notices';
import { useCan } from '../../../shared/permissions';
import { toProblem } from '../../../shared/problem';
import { Skeleton } from '../../../shared/skeleton';
import { useTranslate } from '../../../shared/translate';
import { useContact, useContactFields, useUpdateContact } from '../api';
import { toChange, toFormValues, toGroups, type ProfileValues } from './profile-fields';
import { ProfileGroupPanel } from './profile-group-panel';
import { SaveBar } from './save-bar';

const ProfileTab = ({ documentId }: CardSlotProps) => {
  const { data: contact } = useContact(documentId);
  const { data: fields, error, refetch } = useContactFields();
  if (error && !fields) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!contact || !fields) return <Skeleton $height="32rem" />;
  return <ProfileForm contact={contact} fields={fields} />;
};

interface ProfileFormProps {
  contact: ContactDetail;
  fields: FieldDescription[];
}

/** Built from the content type: an attribute the site adds is here without a line of code. */
const ProfileForm = ({ contact, fields }: ProfileFormProps) => {
  const canUpdate = useCan('contacts.update');
  const initialValues = useMemo(() => toFormValues(contact, fields), [contact, fields]);
  const save = useSave({ contact, fields, initialValues });
  return (
    <Form method="PUT" initialValues={initialValues} onSubmit={save} disabled={!canUpdate}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        {toGroups(fields).map((group) => (
          <ProfileGroupPanel key={group.group} {...group} contact={contact} canEdit={canUpdate} />
        ))}
      </Flex>
      <SaveBar />
    </Form>
  );
};

const useSave = ({ contact, fields, initialValues }: SaveOptions) => {
  const t = useTranslate();
  const notify = useNotify();
  const { mutateAsync } = useUpdateContact(contact.documentId);
  return async (values: ProfileValues, { setErrors }: FormHelpers<ProfileValues>) => {
    const { data, unreadable } = toChange(values, initialValues, fields);
    if (unreadable.length > 0) {
      setErrors(Object.fromEntries(unreadable.map((name) => [name, t('profile.notJson')])));
      return;
    }
    try {
      await mutateAsync(data);
      notify({ type: 'success', message: t('profile.saved') });
    } catch (error) {
      const problem = toProblem(error);
      setErrors(problem.fields);
      notify({ type: 'danger', message: problem.message ?? t('error.title') });
    }
  };
};

interface SaveOptions extends ProfileFormProps {
  initialValues: ProfileValues;
}

export default ProfileTab;
