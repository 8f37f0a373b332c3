/** Facts of the calendar: the same answer for everybody, until the next full hour at the earliest. */
import { isRecord } from '../../../platform/records';
import type { TimeRule } from '../contract';
import { defineLeaf, type ReadContext } from '../leaf';
import { readDay } from '../read/read-value';
import { calendarFacts, nextHour } from '../time/zoned';

const MONDAY = 1;
const SUNDAY = 7;
const LAST_HOUR = 24;

export const time = defineLeaf<TimeRule>({
  type: 'time',
  properties: ['weekdays', 'hours', 'dates'],
  read(input, context) {
    const rule: TimeRule = {
      type: 'time',
      ...readWeekdays(input.weekdays, context),
      ...readHours(input.hours, context),
      ...readDates(input.dates, context),
    };
    return Object.keys(rule).length > 1
      ? rule
      : context.refuse('', 'time needs weekdays, hours or dates');
  },
  compile: (rule, { strapi, now, timeZone }) => ({
    test: strapi.db.connection.raw(isNow(rule, now, timeZone) ? '1 = 1' : '1 = 0'),
  }),
  dependsOn: () => ({}),
  isTimed: () => true,
  crossed(rule, { from, to }, { timeZone }) {
    const answer = isNow(rule, from, timeZone);
    for (let at = nextHour(from, timeZone), looked = 0; at <= to; at = nextHour(at, timeZone)) {
      if (isNow(rule, at, timeZone) !== answer || (looked += 1) > MOST_HOURS) return 'everybody';
    }
    return null;
  },
  say: ({ weekdays, hours, dates }) =>
    [
      ...(weekdays ? [`it is ${weekdays.map((day) => DAYS[day - 1]).join(' or ')}`] : []),
      ...(hours ? [`it is from ${hours.from}:00 to ${hours.to}:00`] : []),
      ...(dates?.from ? [`it is ${dates.from} or later`] : []),
      ...(dates?.to ? [`it is ${dates.to} or earlier`] : []),
    ].join(' and '),
  evidence: (_rule, _contactId, { now, timeZone }) => {
    const { weekday, hour, day } = calendarFacts(now, timeZone);
    return Promise.resolve({
      text: `It is ${DAYS[weekday - 1]} ${day}, ${hour}:00 or later, in ${timeZone}`,
      value: { weekday, hour, day, timeZone },
    });
  },
});

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
/** A server that was down longer asks again for everybody. */
const MOST_HOURS = 24 * 14;

const isNow = ({ weekdays, hours, dates }: TimeRule, now: number, timeZone: string): boolean => {
  const { weekday, hour, day } = calendarFacts(now, timeZone);
  if (weekdays && !weekdays.includes(weekday)) return false;
  if (dates?.from && day < dates.from) return false;
  if (dates?.to && day > dates.to) return false;
  if (!hours) return true;
  const { from, to } = hours;
  return from < to ? hour >= from && hour < to : hour >= from || hour < to;
};

const isWhole = (value: unknown, least: number, most: number): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;

const readWeekdays = (input: unknown, { refuse }: ReadContext): Pick<TimeRule, 'weekdays'> => {
  if (input === undefined) return {};
  if (
    !Array.isArray(input) ||
    input.length === 0 ||
    !input.every((day) => isWhole(day, MONDAY, SUNDAY))
  ) {
    return refuse('weekdays', 'weekdays must list numbers from 1 (Monday) to 7 (Sunday)');
  }
  return { weekdays: [...new Set(input)].sort() };
};

const readHours = (input: unknown, { refuse }: ReadContext): Pick<TimeRule, 'hours'> => {
  if (input === undefined) return {};
  const { from, to, ...others } = isRecord(input) ? input : {};
  if (Object.keys(others).length > 0) return refuse('hours', 'hours has from and to alone');
  if (!isWhole(from, 0, LAST_HOUR) || !isWhole(to, 0, LAST_HOUR) || from === to) {
    return refuse('hours', 'hours must be such as { "from": 9, "to": 17 }, from 0 to 24');
  }
  return { hours: { from, to } };
};

const readDates = (input: unknown, { refuse }: ReadContext): Pick<TimeRule, 'dates'> => {
  if (input === undefined) return {};
  if (!isRecord(input)) return refuse('dates', 'dates must be an object with from or to');
  const say = (message: string) => refuse('dates', message);
  if (Object.keys(input).some((name) => name !== 'from' && name !== 'to')) {
    return say('dates has from and to alone');
  }
  const dates = {
    ...(input.from === undefined ? {} : { from: readDay(input.from, say) }),
    ...(input.to === undefined ? {} : { to: readDay(input.to, say) }),
  };
  const { from, to } = dates;
  if (from === undefined && to === undefined) return say('dates needs from or to');
  if (from !== undefined && to !== undefined && from > to) {
    return say('dates must not end before they begin');
  }
  return { dates };
};
