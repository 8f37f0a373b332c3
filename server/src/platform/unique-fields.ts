/** A type's unique fields, and the sentences for a value that another document has. */
import { toValidationError, type FieldProblem } from './field-problem';
import { violates } from './sql/unique-violation';

export interface UniqueField {
  table: string;
  field: string;
  index: { readonly name: string; readonly columns: readonly string[] };
  taken: string;
}

/** The broken rule, when that is why the database refused. */
export const takenField = (fields: readonly UniqueField[], error: unknown): FieldProblem | null => {
  const broken = fields.find(({ table, index }) =>
    violates(error, { table, name: index.name, columns: [...index.columns] })
  );
  return broken ? { field: broken.field, message: broken.taken } : null;
};

/** Runs a write and says in words which unique field stood against it. */
export const explainingTaken = async <Result>(
  fields: readonly UniqueField[],
  work: () => Promise<Result>
): Promise<Result> => {
  try {
    return await work();
  } catch (error) {
    const taken = takenField(fields, error);
    throw taken ? toValidationError([taken]) : error;
  }
};
