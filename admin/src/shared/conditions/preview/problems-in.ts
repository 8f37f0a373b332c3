import type { PathProblem } from '../builder/use-condition-edits';

/** What a refusal says about parts of the condition, by their paths; nothing for other errors. */
export const problemsIn = (error: unknown): PathProblem[] =>
  entriesOf(error).flatMap(({ path, message }) =>
    Array.isArray(path) && typeof message === 'string' ? [{ path: path.map(String), message }] : []
  );

type Loose = Record<string, unknown>;

const objectAt = (value: unknown, ...path: string[]): unknown =>
  path.reduce<unknown>(
    (one, name) => (typeof one === 'object' && one !== null ? Reflect.get(one, name) : undefined),
    value
  );

const entriesOf = (error: unknown): Loose[] => {
  const errors = objectAt(error, 'response', 'data', 'error', 'details', 'errors');
  return Array.isArray(errors)
    ? errors.filter((one): one is Loose => typeof one === 'object' && one !== null)
    : [];
};
