/** What contacts and activities of the property test are drawn from: few values, so that many meet. */
import fc from 'fast-check';

/** On the day when clocks in Europe go forward. */
export const NOW = Date.parse('2026-03-29T10:30:00Z');
const HOUR = 3_600_000;

const WORDS = [
  ...['anna', 'ANNA', 'Ánna', 'an_na', '100%', '1000', 'a!b', "o'neil", 'ŽLUŤOUČKÝ', 'žlutý kůň'],
  ...['Anna Bell', 'a\\b', '😀', '🎉 party', '名前', 'x"y', '*', '?'],
];
export const word = fc.constantFrom(...WORDS);

const DAYS = [
  ...['1990-03-29', '1988-02-29', '2000-12-31', '2026-03-29', '2026-03-28', '2026-03-22'],
  ...['2026-04-02', '2025-03-30', '1999-04-05', '2026-02-28'],
];
export const day = fc.constantFrom(...DAYS);
export const number = fc.constantFrom(0, 1, 2, 2.5, -3, 10, 42, 100, 100.25);
export const whole = fc.constantFrom(0, 1, 2, 5, -3, 10, 42);
/** Around now: hours, days and the very edges of spans. */
export const moment = fc.oneof(
  fc.integer({ min: -24 * 90, max: 2 }).map((hours) => NOW + hours * HOUR),
  fc
    .constantFrom(0, -1, 1, -24 * HOUR, -24 * HOUR + 1, -7 * 24 * HOUR, -7 * 24 * HOUR + HOUR)
    .map((by) => NOW + by)
);
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null, freq: 3 });

export const contact = fc.record({
  firstName: maybe(word),
  jobTitle: maybe(word),
  companyName: maybe(word),
  country: maybe(fc.constantFrom('CZ', 'SK', 'DE')),
  birthday: maybe(day),
  gender: maybe(fc.constantFrom('male', 'female')),
  state: fc.constantFrom('prospect', 'partner', 'client', 'other'),
  tags: maybe(
    fc.uniqueArray(fc.constantFrom('vip', 'VIP', 'Élan', 'a_b', 'new'), { maxLength: 3 })
  ),
  monitored: fc.boolean(),
  score: whole,
  shoeSize: maybe(number),
  lastCall: maybe(moment.map((at) => new Date(at).toISOString())),
  customFields: fc.record({
    motto: maybe(word),
    story: maybe(fc.tuple(word, word).map((both) => both.join('\n'))),
    size: maybe(number),
    day: maybe(day),
    vegan: maybe(fc.boolean()),
    plan: maybe(fc.constantFrom('free', 'gold')),
    likes: maybe(fc.uniqueArray(fc.constantFrom('tea', 'rum', 'ale'), { minLength: 1 })),
  }),
});

const data = fc.oneof(
  fc.constant(null),
  fc.record({
    plan: fc.oneof(word, number, fc.boolean(), fc.constant(null)),
    cart: fc.record({ total: fc.oneof(number, fc.constant('10')), paid: fc.boolean() }),
  }),
  fc.constant({ plan: ['anna'], cart: 'none' })
);

export const urls = ['https://s.test/', 'https://s.test/Shop', 'https://s.test/pricing?x=1'];

export const activity = (contactIds: number[], items: string[]) =>
  fc.record({
    contactId: fc.constantFrom(...contactIds),
    type: fc.constantFrom('pagevisit', 'pagevisit', 'purchase', 'login'),
    at: moment,
    url: maybe(fc.constantFrom(...urls)),
    title: maybe(word),
    country: maybe(fc.constantFrom('CZ', 'SK')),
    value: maybe(fc.constantFrom(0, 1, 2.5, 10, -3)),
    item: maybe(fc.constantFrom(...items)),
    data,
  });

export const consent = (contactIds: number[]) =>
  fc.record({
    contactId: fc.constantFrom(...contactIds),
    purpose: fc.constantFrom('email', 'tracking'),
    granted: fc.boolean(),
  });

/** Halves and fractions of a point, as decay leaves them; 0 is what no total is, too. */
export const total = fc.constantFrom(-3, -0.5, 0, 1, 2.5, 10, 42.25);
