import { Button, Flex, Grid, Modal } from '@strapi/design-system';
import { Form, type FormHelpers } from '@strapi/strapi/admin';
import type { FieldDescription } from '../../../../../server/src/platform/fields/contract';
import { useNotify } from '../../../shared/notices';
import { isSaidBy, toProblem } from '../../../shared/problem';
import { useReturnFocus } from '../../../shared/return-focus';
import { useTranslate } from '../../../shared/translate';
import { isInForm, toChange, toFormErrors, type ProfileValues } from './profile-fields';
import { ProfileInput } from './profile-input';

export interface CreateDialogProps {
  title: string;
  fields: FieldDescription[];
  /** Names of the fields that one knows at first. */
  usual: readonly string[];
  onClose: () => void;
  /** What it throws is shown at its fields. */
  create: (data: ProfileValues) => Promise<void>;
}

const NOTHING: ProfileValues = {};

/** The few fields one knows at first, and what the site demands; the rest is on the card. */
const CreateDialog = ({ title, fields, usual, onClose, create }: CreateDialogProps) => {
  const t = useTranslate();
  const returnFocus = useReturnFocus();
  const shown = fields.filter((field) => isAskedFor(field, usual));
  const submit = useSubmit(shown, create);
  return (
    <Modal.Root open onOpenChange={onClose}>
      <Modal.Content {...returnFocus}>
        <Modal.Header>
          <Modal.Title>{title}</Modal.Title>
        </Modal.Header>
        <Form method="POST" initialValues={NOTHING} onSubmit={submit}>
          {({ isSubmitting }) => (
            <>
              <Modal.Body>
                <Grid.Root gap={4}>
                  {shown.map((field) => (
                    <Grid.Item
                      key={field.name}
                      col={6}
                      xs={12}
                      direction="column"
                      alignItems="stretch"
                    >
                      <ProfileInput field={field} disabled={false} />
                    </Grid.Item>
                  ))}
                </Grid.Root>
              </Modal.Body>
              <Modal.Footer>
                <Modal.Close>
                  <Button variant="tertiary">{t('common.cancel')}</Button>
                </Modal.Close>
                <Flex gap={2}>
                  <Button type="submit" loading={isSubmitting}>
                    {t('common.create')}
                  </Button>
                </Flex>
              </Modal.Footer>
            </>
          )}
        </Form>
      </Modal.Content>
    </Modal.Root>
  );
};

const isAskedFor = (field: FieldDescription, usual: readonly string[]): boolean =>
  isInForm(field) && (usual.includes(field.name) || (field.required && !field.core));

const useSubmit = (fields: FieldDescription[], create: CreateDialogProps['create']) => {
  const t = useTranslate();
  const notify = useNotify();
  return async (values: ProfileValues, { setErrors }: FormHelpers<ProfileValues>) => {
    const { data, unreadable } = toChange(values, NOTHING, fields);
    if (unreadable.length > 0) {
      const said = unreadable.map((name) => [name, t('profile.notJson')] as const);
      setErrors(toFormErrors(Object.fromEntries(said)));
      return;
    }
    try {
      await create(data);
    } catch (error) {
      const problem = toProblem(error);
      setErrors(toFormErrors(problem.fields));
      if (isSaidBy(problem, fields)) return;
      notify({ type: 'danger', message: problem.message ?? t('error.title') });
    }
  };
};

export default CreateDialog;
