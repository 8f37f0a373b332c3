import { Button, Flex, Typography } from '@strapi/design-system';
import { Blocker, useForm } from '@strapi/strapi/admin';
import { styled } from 'styled-components';
import { useTranslate } from '../translate';

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
        <Bar justifyContent="space-between" gap={4}>
          <Typography textColor="neutral600">{t('profile.unsaved')}</Typography>
          <Flex gap={2}>
            <Button variant="tertiary" disabled={isSubmitting} onClick={() => resetForm()}>
              {t('common.discard')}
            </Button>
            <Button type="submit" loading={isSubmitting}>
              {t('common.save')}
            </Button>
          </Flex>
        </Bar>
      )}
    </>
  );
};

const Bar = styled(Flex)`
  position: sticky;
  bottom: ${({ theme }) => theme.spaces[4]};
  z-index: 1;
  margin-top: ${({ theme }) => theme.spaces[4]};
  padding: ${({ theme }) => `${theme.spaces[3]} ${theme.spaces[4]}`};
  border: 1px solid ${({ theme }) => theme.colors.primary200};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral0};
  box-shadow: ${({ theme }) => theme.shadows.popupShadow};
`;
