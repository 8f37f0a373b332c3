/**
 * 409 with a sentence and details, through whichever door the request came. Strapi has no such error
 * class, and answers 400 to its own; it does honour the status of an http-errors `HttpError`, whose
 * constructor is abstract, hence the borrowed prototype.
 */
import { errors } from '@strapi/utils';

export class ConflictError extends Error {
  readonly status = 409;
  readonly statusCode = 409;
  readonly expose = true;
  override readonly name = 'ConflictError';

  constructor(
    message: string,
    readonly details: Record<string, unknown> = {}
  ) {
    super(message);
  }
}
Object.setPrototypeOf(ConflictError.prototype, errors.HttpError.prototype as object);
