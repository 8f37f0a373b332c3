/** How the readers of rules and thresholds say what is wrong, and where. */
import type { FieldProblem } from '../../../platform/field-problem';
import { isCleanText } from '../../../platform/clean-text';

export class Refused extends Error {
  constructor(readonly problems: { path: string; message: string }[]) {
    super('refused');
  }

  /** `at` is where the thing stands that was read: `rules[2]`. */
  problemsAt(at: string): FieldProblem[] {
    return this.problems.map(({ path, message }) => {
      const whole = path === '' || path.startsWith('[') ? `${at}${path}` : `${at}.${path}`;
      return { field: whole.replace(/\[(\d+)\]/g, '.$1'), message: `${whole}: ${message}` };
    });
  }
}

export const refuse = (path: string, message: string): never => {
  throw new Refused([{ path, message }]);
};

export const onlyKnown = (
  input: Record<string, unknown>,
  known: readonly string[],
  what: string
): void => {
  const unknown = Object.keys(input).find((name) => !known.includes(name));
  if (unknown === undefined) return;
  refuse(unknown.slice(0, SHOWN), `is not known: ${what} has ${known.join(', ')}`);
};

const SHOWN = 60;
const LONGEST_NAME = 100;

export const readName = (name: unknown): string => {
  if (typeof name !== 'string' || name.trim() === '') return refuse('name', 'must say something');
  if (name.length > LONGEST_NAME) {
    return refuse('name', `must have at most ${LONGEST_NAME} characters`);
  }
  return isCleanText(name) ? name.trim() : refuse('name', 'must not contain control characters');
};

export const isWhole = (value: unknown, least: number, most: number): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;
