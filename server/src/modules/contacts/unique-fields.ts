/** A contact's unique fields, and the sentence for a value that another contact has. */
import { errors } from '@strapi/utils';
import { violates } from '../../platform/sql/unique-violation';
import { CONTACTS_TABLE, type FieldProblem } from './contract';

interface UniqueField {
  field: string;
  index: { name: string; columns: string[] };
  taken: string;
}

export const UNIQUE_FIELDS = [
  {
    field: 'email',
    index: { name: 'cm_contacts_email_unique', columns: ['email'] },
    taken: 'Another contact has this e-mail address',
  },
  {
    field: 'externalId',
    index: { name: 'cm_contacts_external_id_unique', columns: ['external_id'] },
    taken: 'Another contact has this external id',
  },
] as const satisfies UniqueField[];

/** The broken rule, when that is why the database refused. */
export const takenField = (error: unknown): FieldProblem | null => {
  const broken = UNIQUE_FIELDS.find(({ index }) =>
    violates(error, { table: CONTACTS_TABLE, ...index, columns: [...index.columns] })
  );
  return broken ? { field: broken.field, message: broken.taken } : null;
};

/** Strapi's own shape, which the Content Manager shows next to the field. */
export const toValidationError = (problems: FieldProblem[]): errors.ValidationError =>
  new errors.ValidationError(problems.map(({ message }) => message).join('; '), {
    errors: problems.map(({ field, message }) => ({
      path: [field],
      message,
      name: 'ValidationError',
    })),
  });

/** Runs a write and says in words which unique field stood against it. */
export const explainingTaken = async <Result>(work: () => Promise<Result>): Promise<Result> => {
  try {
    return await work();
  } catch (error) {
    const taken = takenField(error);
    throw taken ? toValidationError([taken]) : error;
  }
};
