/** The list of contacts by a condition, which the address and saved views hold as JSON. */
import { lazy, Suspense, useState } from 'react';
import { Button, Flex, Typography } from '@strapi/design-system';
import type { AddedFilterProps } from '../../../shared/list/added-filter';
import { useTranslate } from '../../../shared/translate';
import { fromValues, toValues } from './filter-value';

const ConditionDialog = lazy(() => import('./condition-dialog'));
const Reading = lazy(() => import('./filter-reading'));

export const ConditionFilter = ({ values, onChange }: AddedFilterProps) => {
  const t = useTranslate();
  const [isOpen, setOpen] = useState(false);
  const condition = fromValues(values);
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      {condition && (
        <Suspense fallback={null}>
          <Reading condition={condition} />
        </Suspense>
      )}
      <Button variant="secondary" onClick={() => setOpen(true)}>
        {t('conditions.filterEdit')}
      </Button>
      <Typography variant="pi" textColor="neutral600">
        {t('conditions.filterHint')}
      </Typography>
      {isOpen && (
        <Suspense fallback={null}>
          <ConditionDialog
            condition={condition}
            onApply={(next) => {
              setOpen(false);
              onChange(toValues(next));
            }}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </Flex>
  );
};

/** The code where it cannot be read: it came from an address that somebody wrote. */
export const ConditionSummary = ({ values }: Pick<AddedFilterProps, 'values'>) => {
  const condition = fromValues(values);
  if (!condition) return <>{values.join()}</>;
  return (
    <Suspense fallback="…">
      <Reading condition={condition} isInline />
    </Suspense>
  );
};
