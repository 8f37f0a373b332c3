import { lazy, Suspense, useState, type SyntheticEvent } from 'react';
import { Button, Flex, TextButton, Typography } from '@strapi/design-system';
import { Pencil, Plus } from '@strapi/icons';
import { useCan } from '../../../shared/permissions';
import { useTranslate } from '../../../shared/translate';
import type { PartProps } from './part-props';

const ConditionDialog = lazy(() => import('./condition-dialog'));
const ConditionWords = lazy(() => import('./condition-words'));

/** For people who match a condition: in words, and made in the builder. */
export const ConditionPart = ({ audience, disabled, onChange }: PartProps) => {
  const t = useTranslate();
  const may = useCan('contacts.read');
  const [isOpen, setOpen] = useState(false);
  const { condition = null } = audience;
  if (!condition && (disabled || !may)) return null;
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Flex justifyContent="space-between" gap={2}>
        <Typography variant="pi" fontWeight="bold">
          {t('audience.condition')}
        </Typography>
        {condition && !disabled && (
          <TextButton onClick={() => onChange({ condition: null })}>
            {t('audience.removeCondition')}
          </TextButton>
        )}
      </Flex>
      <Suspense fallback={null}>
        {condition && may && <ConditionWords condition={condition} />}
        {condition && !may && (
          <Typography textColor="neutral600">{t('audience.noConditionRight')}</Typography>
        )}
        {isOpen && (
          <div onKeyDown={stay} onSubmit={stay}>
            <ConditionDialog
              condition={condition}
              onApply={(next) => {
                setOpen(false);
                onChange({ condition: next });
              }}
              onClose={() => setOpen(false)}
            />
          </div>
        )}
      </Suspense>
      {!disabled && may && (
        <Flex>
          <Button
            variant="tertiary"
            type="button"
            startIcon={condition ? <Pencil /> : <Plus />}
            onClick={() => setOpen(true)}
          >
            {t(condition ? 'audience.editCondition' : 'audience.addCondition')}
          </Button>
        </Flex>
      )}
    </Flex>
  );
};

/** For React, the dialog is a part of the edit view's form: what is typed in there stays in there. */
const stay = (event: SyntheticEvent) => event.stopPropagation();
