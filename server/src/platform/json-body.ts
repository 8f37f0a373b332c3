/** The JSON body of a DELETE request, which Strapi's body parser leaves unread. */
import { errors } from '@strapi/utils';
import type { Context } from 'koa';

/** As much as Strapi takes of other bodies. */
const MOST_BYTES = 1_048_576;

/** What the parser has read, if it has. Throws a ValidationError or PayloadTooLargeError. */
export const jsonBody = async (ctx: Context): Promise<unknown> => {
  if (ctx.method !== 'DELETE' || ctx.req.readableEnded) return ctx.request.body;
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of ctx.req as AsyncIterable<Buffer>) {
    bytes += part.length;
    if (bytes > MOST_BYTES) throw new errors.PayloadTooLargeError('The body is larger than 1 MB');
    parts.push(part);
  }
  try {
    return JSON.parse(Buffer.concat(parts).toString('utf8')) as unknown;
  } catch {
    throw new errors.ValidationError('The body must be JSON');
  }
};
