/** What a timeline is narrowed to, read from a query string. */
import { validateYupSchema, yup } from '@strapi/utils';
import type { TimelineFilter } from './contract';

export const MAX_LIMIT = 100;

const schema = yup.object({
  types: yup.string(),
  from: yup.date(),
  to: yup.date(),
  cursor: yup.string().max(200),
  limit: yup.number().integer().min(1).max(MAX_LIMIT).default(50),
});

/** Throws a ValidationError that names what is wrong. */
export const parseTimelineFilter = async (query: unknown): Promise<TimelineFilter> => {
  const { types, from, to, cursor, limit } = await validateYupSchema(schema, { strict: false })(
    query
  );
  return {
    types: types ? types.split(',') : undefined,
    from: from?.getTime(),
    to: to?.getTime(),
    cursor,
    limit,
  };
};
