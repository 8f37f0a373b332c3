import { Flex, IconButton, TextButton } from '@strapi/design-system';
import { Cross, Plus } from '@strapi/icons';
import type { FieldQuestion } from '../../../../../server/src/modules/conditions/contract';
import { fieldsOf, type FieldsOf } from '../leaves/catalogue-names';
import { useBuilder } from './builder-context';
import { QuestionFields } from './field-question';
import { Line } from './line';

interface WhereFieldsProps {
  where: FieldQuestion[] | undefined;
  of: FieldsOf;
  onChange: (where: FieldQuestion[] | undefined) => void;
}

/** Questions that all have to be answered with yes. */
export const WhereFields = ({ where = [], of, onChange }: WhereFieldsProps) => {
  const { t, catalogue, isDisabled } = useBuilder();
  const set = (questions: FieldQuestion[]) =>
    onChange(questions.length > 0 ? questions : undefined);
  if (fieldsOf(catalogue, of).length === 0) return null;
  return (
    <Flex direction="column" alignItems="flex-start" gap={2}>
      {where.map((question, index) => (
        <Line key={index}>
          <QuestionFields
            question={question}
            of={of}
            onChange={(next) => set(where.map((one, at) => (at === index ? next : one)))}
          />
          <IconButton
            variant="ghost"
            size="S"
            label={t('conditions.removeWhere')}
            disabled={isDisabled}
            onClick={() => set(where.filter((_one, at) => at !== index))}
          >
            <Cross />
          </IconButton>
        </Line>
      ))}
      <TextButton
        startIcon={<Plus />}
        disabled={isDisabled}
        onClick={() => set([...where, { field: '', operator: 'eq' }])}
      >
        {t('conditions.addWhere')}
      </TextButton>
    </Flex>
  );
};
