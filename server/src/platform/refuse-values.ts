/**
 * A filter that asks for a number beyond what its column holds, or for text where a number stands, is an
 * error of the database on PostgreSQL and of whoever asks it. Others find nothing.
 */
import { errors } from '@strapi/utils';
import type { Context, Next } from 'koa';
import { isRefusedValue } from './sql/refused-value';

export const refuseValues = async (ctx: Context, next: Next): Promise<unknown> => {
  try {
    return (await next()) as unknown;
  } catch (error) {
    // What is written is explained field by field (document-writes.ts).
    if (ctx.method !== 'GET' || !isRefusedValue(error)) throw error;
    throw new errors.ValidationError('The address asks for a value that no such field can hold');
  }
};
