import { useState } from 'react';
import { Field, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import type { LabelSettings } from '../../../../server/src/platform/labels/contract';
import { useNotify } from '../notices';
import { RemoveInUse } from '../remove-in-use';
import { useTranslate } from '../translate';
import { useLabels, useRemoveLabel, type LabelSource } from './api';

interface DeleteLabelProps {
  source: LabelSource;
  label: LabelSettings;
  onClose: () => void;
}

export const DeleteLabel = ({ source, label, onClose }: DeleteLabelProps) => {
  const t = useTranslate();
  const notify = useNotify();
  const { data: labels = [] } = useLabels(source);
  const { mutateAsync } = useRemoveLabel(source, label.documentId);
  const [replacement, setReplacement] = useState<string | null>(null);
  const others = labels.filter(({ documentId }) => documentId !== label.documentId);
  const name = label.displayName;
  return (
    <RemoveInUse
      title={t('labels.delete', { name })}
      sentence={t('labels.deleteConfirm', { name })}
      usedSentence={({ inUse = 0 }) => t('labels.used', { name, inUse })}
      canMove={others.length > 0}
      clearLabel={t('labels.clearHint')}
      picker={(choose) => (
        <Field.Root name="replacement">
          <Field.Label>{t('removal.moveTo')}</Field.Label>
          <SingleSelect
            value={replacement}
            onChange={(value) => {
              setReplacement(String(value));
              choose(String(value));
            }}
          >
            {others.map(({ documentId, displayName }) => (
              <SingleSelectOption key={documentId} value={documentId}>
                {displayName}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </Field.Root>
      )}
      onClose={onClose}
      remove={mutateAsync}
      onRemoved={() => {
        notify({ type: 'success', message: t('labels.deleted', { name }) });
        onClose();
      }}
    />
  );
};
