import type {
  CatalogueField,
  FieldQuestion,
  Operator,
} from '../../../../../server/src/modules/conditions/contract';
import { fieldIn, fieldsOf, nameOfField, type FieldsOf } from '../leaves/catalogue-names';
import { firstOperator, isListed } from '../leaves/first-operator';
import { withOperator, withValue } from '../leaves/value-shape';
import { OPERATORS } from '../operators';
import { useBuilder } from './builder-context';
import { Line } from './line';
import { Select } from './select';
import { ValueField } from './value-field';

interface QuestionFieldsProps<Question extends FieldQuestion> {
  question: Question;
  of: FieldsOf;
  onChange: (question: Question) => void;
}

/** A field, what is asked of it, and the value. */
export const QuestionFields = <Question extends FieldQuestion>(
  props: QuestionFieldsProps<Question>
) => {
  const { question, of, onChange } = props;
  const { catalogue } = useBuilder();
  const field = fieldIn(catalogue, of, question.field);
  return (
    <Line>
      <FieldSelect
        of={of}
        value={question.field}
        onChoose={(next) => onChange(asked(question, next))}
      />
      {field && (
        <>
          <OperatorSelect
            field={field}
            value={question.operator}
            onChange={(operator) => onChange(withOperator(question, operator))}
          />
          <ValueField
            field={field}
            of={of}
            operator={question.operator}
            value={question.value}
            onChange={(value) => onChange(withValue(question, value))}
          />
        </>
      )}
    </Line>
  );
};

/** Of another field the old value says nothing. */
const asked = <Question extends FieldQuestion>(
  question: Question,
  field: CatalogueField
): Question =>
  withOperator(
    withValue({ ...question, field: field.name }, field.valueType === 'boolean' ? true : undefined),
    firstOperator(field)
  );

interface FieldSelectProps {
  of: FieldsOf;
  value: string;
  onChoose: (field: CatalogueField) => void;
}

const FieldSelect = ({ of, value, onChoose }: FieldSelectProps) => {
  const { catalogue, t } = useBuilder();
  const fields = fieldsOf(catalogue, of);
  const known = fields.some(({ name }) => name === value);
  const others = value && !known ? [{ value, label: value }] : [];
  const options = fields
    .map(({ name }) => ({ value: name, label: nameOfField(catalogue, of, name, t) }))
    .sort((a, b) => a.label.localeCompare(b.label));
  return (
    <Select
      label={t('conditions.field')}
      value={value}
      options={[...others, ...options]}
      onChange={(name) => {
        const field = fieldIn(catalogue, of, name);
        if (field) onChoose(field);
      }}
    />
  );
};

interface OperatorSelectProps {
  field: CatalogueField;
  value: Operator;
  onChange: (operator: Operator) => void;
}

const OperatorSelect = ({ field, value, onChange }: OperatorSelectProps) => {
  const { t } = useBuilder();
  const all: readonly Operator[] = OPERATORS[field.valueType];
  const offered = isListed(field)
    ? all.filter((one) => one === value || !TYPED.includes(one))
    : all;
  if (offered.length === 1) return null;
  return (
    <Select<Operator>
      label={t('conditions.operator')}
      width={16}
      value={value}
      options={offered.map((one) => ({ value: one, label: t(`conditions.operator.${one}`) }))}
      onChange={onChange}
    />
  );
};

/** What is chosen from a list is not typed as a whole. */
const TYPED: readonly Operator[] = ['eq', 'ne'];
