import { useMemo, type ReactNode } from 'react';
import { Flex } from '@strapi/design-system';
import { Form, type FormHelpers } from '@strapi/strapi/admin';
import type { FieldDescription } from '../../../../../server/src/platform/fields/contract';
import { SaveBar } from '../../../shared/card/save-bar';
import { useNotify } from '../../../shared/notices';
import { toProblem } from '../../../shared/problem';
import { useTranslate } from '../../../shared/translate';
import {
  toChange,
  toFormErrors,
  toFormValues,
  toGroups,
  type ProfileValues,
} from './profile-fields';
import { ProfileGroupPanel } from './profile-group-panel';

export interface ProfileFormProps {
  /** What is edited, a contact or an account. */
  record: ProfileValues;
  fields: FieldDescription[];
  canEdit: boolean;
  /** Strapi's own editor, for what a form cannot hold. */
  editorPath: string;
  /** How a field looks that is only read. */
  show: (field: FieldDescription) => ReactNode;
  save: (data: ProfileValues) => Promise<unknown>;
}

/** Built from the content type: an attribute the site adds is here without a line of code. */
const ProfileForm = ({ record, fields, canEdit, editorPath, show, save }: ProfileFormProps) => {
  const initialValues = useMemo(() => toFormValues(record, fields), [record, fields]);
  const submit = useSubmit({ fields, initialValues, save });
  return (
    <Form method="PUT" initialValues={initialValues} onSubmit={submit} disabled={!canEdit}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        {toGroups(fields).map((group) => (
          <ProfileGroupPanel
            key={`${group.group} ${group.section}`}
            {...group}
            {...{ canEdit, editorPath, show }}
          />
        ))}
      </Flex>
      <SaveBar />
    </Form>
  );
};

type SubmitOptions = Pick<ProfileFormProps, 'fields' | 'save'> & { initialValues: ProfileValues };

const useSubmit = ({ fields, initialValues, save }: SubmitOptions) => {
  const t = useTranslate();
  const notify = useNotify();
  return async (values: ProfileValues, { setErrors }: FormHelpers<ProfileValues>) => {
    const { data, unreadable } = toChange(values, initialValues, fields);
    if (unreadable.length > 0) {
      const said = unreadable.map((name) => [name, t('profile.notJson')] as const);
      setErrors(toFormErrors(Object.fromEntries(said)));
      return;
    }
    try {
      await save(data);
      notify({ type: 'success', message: t('profile.saved') });
    } catch (error) {
      const problem = toProblem(error);
      setErrors(toFormErrors(problem.fields));
      notify({ type: 'danger', message: problem.message ?? t('error.title') });
    }
  };
};

export default ProfileForm;
