import { Button, Flex, Typography } from '@strapi/design-system';
import { Blocker, useForm } from '@strapi/strapi/admin';
import { useTranslate } from '../translate';
import { StickyBar } from './sticky-bar';

/** Comes up with the first change and stays in sight; leaving with changes asks first. */
export const SaveBar = () => {
  const t = useTranslate();
  const { modified, isSubmitting, resetForm } = useForm('SaveBar', (form) => ({
    modified: form.modified,
    isSubmitting: form.isSubmitting,
    resetForm: form.resetForm,
  }));
  return (
    <>
      <Blocker />
      {modified && (
        <StickyBar>
          <Typography textColor="neutral600">{t('profile.unsaved')}</Typography>
          <Flex gap={2}>
            <Button variant="tertiary" disabled={isSubmitting} onClick={() => resetForm()}>
              {t('common.discard')}
            </Button>
            <Button type="submit" loading={isSubmitting}>
              {t('common.save')}
            </Button>
          </Flex>
        </StickyBar>
      )}
    </>
  );
};
