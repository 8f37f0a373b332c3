/** A path into an activity's data as SQL: null where it leads to nothing, or to another type. */
import type { Dialect } from '../../../platform/sql/dialect';

/** `any` is whether there is something, as text. */
type Holds = 'text' | 'number' | 'boolean' | 'any';

type DataSql = (segments: string[], holds: Holds) => [sql: string, bindings: string[]];

const jsonPath = (segments: string[]): string =>
  `$${segments.map((segment) => `."${segment}"`).join('')}`;

export const dataSql: Record<Dialect, DataSql> = {
  sqlite: (segments, holds) => {
    const path = jsonPath(segments);
    const types: Record<Holds, string> = {
      text: `= 'text'`,
      number: `in ('integer', 'real')`,
      boolean: `in ('true', 'false')`,
      any: `<> 'null'`,
    };
    return [
      `case when json_type(a.data, ?) ${types[holds]} then json_extract(a.data, ?) end`,
      [path, path],
    ];
  },
  /** Step by step and by name: a path in one would count a number as a place in a list. */
  postgres: (segments, holds) => {
    const steps = segments.map(() => '?::text');
    const before = ['a.data', ...steps.slice(0, -1)].join(' -> ');
    const text = `(${before} ->> ${steps.at(-1)})`;
    if (holds === 'any') return [text, segments];
    const casts = { text: '', number: '::numeric', boolean: '::boolean' };
    const type = holds === 'text' ? 'string' : holds;
    return [
      `case when jsonb_typeof(${before} -> ${steps.at(-1)}) = '${type}' then ${text}${casts[holds]} end`,
      [...segments, ...segments],
    ];
  },
  mysql: (segments, holds) => {
    const path = jsonPath(segments);
    const types: Record<Holds, string> = {
      text: `= 'STRING'`,
      number: `in ('INTEGER', 'DOUBLE')`,
      boolean: `= 'BOOLEAN'`,
      any: `<> 'NULL'`,
    };
    const text = 'json_unquote(json_extract(a.data, ?))';
    const values: Record<Holds, string> = {
      text,
      number: `cast(${text} as double)`,
      boolean: `(${text} = 'true')`,
      any: text,
    };
    return [
      `case when json_type(json_extract(a.data, ?)) ${types[holds]} then ${values[holds]} end`,
      [path, path],
    ];
  },
};
