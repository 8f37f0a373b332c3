import { Button, Flex, Grid, Modal } from '@strapi/design-system';
import { Form, type FormHelpers } from '@strapi/strapi/admin';
import { useNavigate } from 'react-router-dom';
import type { FieldDescription } from '../../../../../server/src/modules/contacts/contract';
import { useNotify } from '../../../shared/notices';
import { contactPath } from '../../../shared/paths';
import { isSaidBy, toProblem } from '../../../shared/problem';
import { useTranslate } from '../../../shared/translate';
import { useContactFields, useCreateContact } from '../api';
import { isInForm, toChange, type ProfileValues } from '../profile/profile-fields';
import { ProfileInput } from '../profile/profile-input';

const USUAL = ['email', 'firstName', 'lastName', 'companyName', 'jobTitle', 'phone'];
const NOTHING: ProfileValues = {};

/** The few fields one knows at first, and what the site demands; the rest is on the card. */
export const CreateContactDialog = ({ onClose }: { onClose: () => void }) => {
  const t = useTranslate();
  const { data: fields = [] } = useContactFields();
  const shown = fields.filter(isAskedFor);
  const create = useCreate(shown, onClose);
  return (
    <Modal.Root open onOpenChange={onClose}>
      <Modal.Content>
        <Modal.Header>
          <Modal.Title>{t('contact.create')}</Modal.Title>
        </Modal.Header>
        <Form method="POST" initialValues={NOTHING} onSubmit={create}>
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

const isAskedFor = (field: FieldDescription): boolean =>
  isInForm(field) && (USUAL.includes(field.name) || (field.required && !field.core));

const useCreate = (fields: FieldDescription[], onClose: () => void) => {
  const t = useTranslate();
  const notify = useNotify();
  const navigate = useNavigate();
  const { mutateAsync } = useCreateContact();
  return async (values: ProfileValues, { setErrors }: FormHelpers<ProfileValues>) => {
    const { data, unreadable } = toChange(values, NOTHING, fields);
    if (unreadable.length > 0) {
      setErrors(Object.fromEntries(unreadable.map((name) => [name, t('profile.notJson')])));
      return;
    }
    try {
      const created = await mutateAsync(data);
      onClose();
      notify({
        type: 'success',
        message: t('contact.created', { name: created.data.displayName }),
      });
      navigate(contactPath(created.data.documentId, 'profile'));
    } catch (error) {
      const problem = toProblem(error);
      setErrors(problem.fields);
      if (isSaidBy(problem, fields)) return;
      notify({ type: 'danger', message: problem.message ?? t('error.title') });
    }
  };
};
