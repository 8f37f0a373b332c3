import { useState } from 'react';
import { Field, Flex, TextButton, Textarea } from '@strapi/design-system';
import { Duplicate } from '@strapi/icons';
import type { Condition } from '../../../../../server/src/modules/conditions/contract';
import { FormDialog } from '../../form-dialog';
import { useTranslate } from '../../translate';
import { useCopy } from '../../use-copy';
import { parseText } from '../tree/parse-text';

interface JsonDialogProps {
  title: string;
  /** What the text begins as. */
  start: Condition | null;
  onApply: (condition: Condition) => void;
  onClose: () => void;
}

/** A condition as text: to read, to copy, and to put in another one. */
export const JsonDialog = ({ title, start, onApply, onClose }: JsonDialogProps) => {
  const t = useTranslate();
  const { copy, isCopied } = useCopy();
  const [text, setText] = useState(start ? JSON.stringify(start, null, 2) : '');
  const [problem, setProblem] = useState('');
  const apply = () => {
    const read = parseText(text);
    if ('condition' in read) onApply(read.condition);
    else setProblem(t(read.problem, { where: read.where || '–' }));
  };
  return (
    <FormDialog
      title={title}
      submitLabel={t('conditions.apply')}
      isBusy={false}
      onClose={onClose}
      onSubmit={apply}
    >
      <Field.Root name="json" error={problem} hint={t('conditions.jsonHint')}>
        <Flex justifyContent="space-between" gap={2}>
          <Field.Label>{t('conditions.json')}</Field.Label>
          <TextButton type="button" startIcon={<Duplicate />} onClick={() => copy(text)}>
            {t(isCopied ? 'common.copied' : 'common.copy')}
          </TextButton>
        </Flex>
        <Textarea
          value={text}
          spellCheck={false}
          style={{ fontFamily: 'monospace', minHeight: '28rem' }}
          onChange={(event) => {
            setText(event.target.value);
            setProblem('');
          }}
        />
        <Field.Error />
        <Field.Hint />
      </Field.Root>
    </FormDialog>
  );
};
