/** What is wrong with one field of something that somebody sent, as a sentence. */
import { errors } from '@strapi/utils';

export interface FieldProblem {
  /** Of a value inside of one: `customFields.tier`. */
  field: string;
  message: string;
}

/** Strapi's own shape, which the Content Manager shows next to the field. */
export const toValidationError = (problems: FieldProblem[]): errors.ValidationError =>
  new errors.ValidationError(problems.map(({ message }) => message).join('; '), {
    errors: problems.map(({ field, message }) => ({
      path: field.split('.'),
      message,
      name: 'ValidationError',
    })),
  });
