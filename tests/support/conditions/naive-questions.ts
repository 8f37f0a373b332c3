/**
 * Questions to one value, answered by plain loops: what docs/reference/conditions.md says, and nothing of
 * how the compiler does it.
 */
import { DateTime } from 'luxon';
import type { FieldQuestion, Span } from '../../../server/src/modules/conditions';
import { foldText } from '../../../server/src/platform/fold-text';

export interface Clock {
  now: number;
  timeZone: string;
}

const NEGATIVE: Record<string, string> = {
  ne: 'eq',
  notContains: 'contains',
  notIn: 'in',
  notInLast: 'inLast',
  isEmpty: 'isNotEmpty',
};

type Answer<Value> = (value: Value, question: FieldQuestion, clock: Clock) => boolean;

/** Denying includes who has no value; everything else needs one. */
const asked =
  <Value>(answer: Answer<Value>) =>
  (value: Value | null | undefined, question: FieldQuestion, clock: Clock): boolean => {
    const positive = NEGATIVE[question.operator];
    const operator = (positive ?? question.operator) as FieldQuestion['operator'];
    const has = value !== null && value !== undefined;
    const holds = has && answer(value, { ...question, operator }, clock);
    return positive ? !holds : holds;
  };

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);

const looksLike = (text: string[], pattern: string[]): boolean => {
  const [sign, ...rest] = pattern;
  if (sign === undefined) return text.length === 0;
  if (sign === '*')
    return looksLike(text, rest) || (text.length > 0 && looksLike(text.slice(1), pattern));
  if (text.length === 0 || (sign !== '?' && sign !== text[0])) return false;
  return looksLike(text.slice(1), rest);
};

const textAnswer =
  (spell: (text: string) => string): Answer<string> =>
  (stored, { operator, value }) => {
    const text = spell(stored);
    const [first = '', ...others] = list(value).map((one) => spell(String(one)));
    if (operator === 'isNotEmpty') return stored !== '';
    if (operator === 'eq' || operator === 'in') return [first, ...others].includes(text);
    if (operator === 'contains') return text.includes(first);
    if (operator === 'startsWith') return text.startsWith(first);
    if (operator === 'endsWith') return text.endsWith(first);
    return looksLike(Array.from(text), Array.from(first));
  };

const small = (text: string): string => text.toLowerCase();
const folded = (text: string): string => foldText(text).replace(/\s+/g, ' ').trim().slice(0, 120);

export const askText = asked(textAnswer(small));
/** As the index of the fields of the settings keeps text. */
export const askFolded = asked(textAnswer(folded));

export const askNumber = asked<number>((number, { operator, value }) => {
  const [first = 0, second = 0] = list(value) as number[];
  if (operator === 'isNotEmpty') return true;
  if (operator === 'gt') return number > first;
  if (operator === 'gte') return number >= first;
  if (operator === 'lt') return number < first;
  if (operator === 'lte') return number <= first;
  if (operator === 'between') return number >= first && number <= second;
  return list(value).includes(number);
});

export const askBoolean = asked<boolean>((stored, { value }) => stored === value);

export const askChoice = asked<string | number>((code, { operator, value }) =>
  operator === 'isNotEmpty' ? true : list(value).includes(code)
);

/** A list of codes; one of them is enough. */
export const askList = (codes: string[], { operator, value }: FieldQuestion): boolean => {
  if (operator === 'isEmpty') return codes.length === 0;
  if (operator === 'isNotEmpty') return codes.length > 0;
  const found = codes.some((code) => list(value).includes(code));
  return operator === 'in' ? found : !found;
};

const moved = ({ now, timeZone }: Clock, { last, unit }: Span, sign: number): DateTime =>
  DateTime.fromMillis(now, { zone: timeZone }).plus({ [unit]: sign * last });

const dayIn = (at: number, timeZone: string): string =>
  DateTime.fromMillis(at, { zone: timeZone }).toFormat('yyyy-MM-dd');

const comesRound = (day: string, clock: Clock, span: Span): boolean => {
  const last = moved(clock, span, 1).startOf('day');
  let at = DateTime.fromMillis(clock.now, { zone: clock.timeZone }).startOf('day');
  for (; at <= last; at = at.plus({ days: 1 })) {
    if (at.toFormat('MM-dd') === day.slice(5)) return true;
    if (day.slice(5) === '02-29' && at.toFormat('MM-dd') === '02-28' && !at.isInLeapYear)
      return true;
  }
  return false;
};

export const askDay = asked<string>((day, { operator, value }, clock) => {
  const today = dayIn(clock.now, clock.timeZone);
  const [first = '', second = ''] = list(value) as string[];
  if (operator === 'isNotEmpty') return true;
  if (operator === 'on') return day === first;
  if (operator === 'before') return day < first;
  if (operator === 'after') return day > first;
  if (operator === 'between') return day >= first && day <= second;
  if (operator === 'anniversaryIn') return comesRound(day, clock, value as Span);
  if (operator === 'inLast') {
    return day <= today && day >= moved(clock, value as Span, -1).toFormat('yyyy-MM-dd');
  }
  return day >= today && day <= moved(clock, value as Span, 1).toFormat('yyyy-MM-dd');
});

/** A day of the zone, or an instant: [first moment, last moment]. */
export const momentsOf = (value: string, timeZone: string): [number, number] => {
  if (value.length > 'YYYY-MM-DD'.length) return [Date.parse(value), Date.parse(value)];
  const day = DateTime.fromISO(value, { zone: timeZone });
  return [day.startOf('day').toMillis(), day.endOf('day').toMillis()];
};

export const askInstant = asked<number>((at, question, clock) => {
  const { operator, value } = question;
  const { now, timeZone } = clock;
  if (operator === 'isNotEmpty') return true;
  if (operator === 'anniversaryIn') return comesRound(dayIn(at, timeZone), clock, value as Span);
  if (operator === 'inLast') return at <= now && at > moved(clock, value as Span, -1).toMillis();
  if (operator === 'inNext') return at >= now && at <= moved(clock, value as Span, 1).toMillis();
  const [from = '', to = from] = list(value) as string[];
  const [begin, end] = [momentsOf(from, timeZone), momentsOf(to, timeZone)];
  if (operator === 'before') return at < begin[0];
  if (operator === 'after') return at > begin[1];
  return at >= begin[0] && at <= end[1];
});

/** Whether a moment is in a window; the newest side of one that moves is open. */
export const isWithin = (at: number, window: unknown, clock: Clock): boolean => {
  if (window === undefined || window === 'ever') return true;
  const { between } = window as { between?: [string, string] };
  if (!between) return at > moved(clock, window as Span, -1).toMillis();
  return (
    at >= momentsOf(between[0], clock.timeZone)[0] && at <= momentsOf(between[1], clock.timeZone)[1]
  );
};
