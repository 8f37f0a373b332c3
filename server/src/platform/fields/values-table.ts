/**
 * The index of the values: what filters read. The values themselves are JSON in the entity's own row;
 * these rows are made of it in the same transaction, and can be made again at any time.
 */
import type { InternalModel } from '../models';
import type { FieldEntity } from './entity';

export interface ValueRow {
  field_id: number;
  /** Folded text, an option's value, a day. */
  text: string | null;
  /** A number; 1 and 0 for yes and no. */
  number: number | null;
}

type Shape = Pick<FieldEntity, 'name' | 'valuesTable' | 'idColumn'>;

export const customValuesModel = ({ name, valuesTable, idColumn }: Shape): InternalModel => ({
  name: `${name}-custom-value`,
  tableName: valuesTable,
  attributes: {
    [`${name}Id`]: { type: 'integer' },
    fieldId: { type: 'integer' },
    text: { type: 'string' },
    number: { type: 'float' },
  },
  indexes: [
    { name: `${valuesTable}_text`, columns: ['field_id', 'text', idColumn] },
    { name: `${valuesTable}_number`, columns: ['field_id', 'number', idColumn] },
    { name: `${valuesTable}_owner`, columns: [idColumn, 'field_id'] },
  ],
});
