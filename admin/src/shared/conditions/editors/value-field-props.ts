import type {
  CatalogueField,
  ConditionValue,
  Operator,
} from '../../../../../server/src/modules/conditions/contract';
import type { FieldsOf } from '../leaves/catalogue-names';

export interface ValueFieldProps {
  field: CatalogueField;
  of: FieldsOf;
  operator: Operator;
  value: ConditionValue | undefined;
  onChange: (value: ConditionValue | undefined) => void;
}
