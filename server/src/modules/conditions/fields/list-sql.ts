/** Tags: a JSON list of text in a contact's row, compared without case. */
import type { Dialect } from '../../../platform/sql/dialect';
import type { FieldQuestion } from '../contract';
import type { CompileContext, Sql } from '../leaf';
import { DENIED, marks } from './question-sql';
import { boundText, lowered } from './text-sql';

/** A source of rows `tag (value)`; a column that holds no list has none. */
const ITEMS: Record<Dialect, string> = {
  sqlite: `json_each(case when json_type(??) = 'array' then ?? else '[]' end) as tag`,
  postgres: `jsonb_array_elements_text(case when jsonb_typeof(??) = 'array' then ?? else '[]' end) as tag(value)`,
  mysql: `json_table(case when json_type(??) = 'ARRAY' then ?? else '[]' end, '$[*]' columns (value varchar(255) path '$')) as tag`,
};

export const listTest = (
  { strapi, dialect }: CompileContext,
  column: string,
  { operator, value }: FieldQuestion
): Sql => {
  const denied = DENIED[operator];
  const values = operator === 'in' || operator === 'notIn' ? ([value].flat() as string[]) : [];
  const item = lowered(dialect, 'tag.value');
  const bound = lowered(dialect, boundText(dialect));
  const among = values.length > 0 ? ` where ${item} in (${marks(values, bound)})` : '';
  return strapi.db.connection.raw(
    `${denied ? 'not ' : ''}exists (select 1 from ${ITEMS[dialect]}${among})`,
    [column, column, ...values]
  );
};
