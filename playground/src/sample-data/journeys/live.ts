/** Lets a person come to the site again and again, and writes down what happens. */
import { categories } from '../content';
import type { Random } from '../random';
import type { Device, Person, Persona } from '../types';
import { pickSource } from './sources';
import { beginStory, type Story } from './story';
import { createVisitLog } from './visit-log';
import { visitCounts, visitPlans } from './visit-plans';
import { DAY, visitTimes } from './visit-times';

/** The shop has been open for this long. */
const OPEN_DAYS = 180;
/** The others lose interest at some point. */
const STAYS = 0.6;

const FAVOURITES: Record<Persona, string[]> = {
  'passer-by': ['brewing', 'origins', 'recipes', 'at-work'],
  reader: ['brewing', 'origins', 'recipes'],
  subscriber: ['brewing', 'origins', 'recipes'],
  customer: ['brewing', 'origins', 'recipes'],
  business: ['at-work'],
};

export const live = (
  person: Person,
  { random, now, siteUrl }: { random: Random; now: number; siteUrl: string }
): Story => {
  const { persona, key: contactKey } = person;
  const favourites = categories.filter(({ slug }) => FAVOURITES[persona].includes(slug));
  const story = beginStory(person, { random, favourite: random.pick(favourites) });
  const firstDaysAgo = 1 + random.next() * (OPEN_DAYS - 1);
  const lastDaysAgo = random.chance(STAYS) ? 0 : random.next() * firstDaysAgo;
  const count = random.int(...visitCounts[persona]);
  const times = visitTimes(random, { now, persona, count, firstDaysAgo, lastDaysAgo });
  times.forEach((startedAt, turn) => {
    const source = pickSource(random, persona, (now - startedAt) / DAY);
    const device = pickDevice(random, person.devices, turn);
    const log = createVisitLog({ random, siteUrl, contactKey, device, startedAt, source });
    visitPlans[persona](log, story, turn);
    story.visits.push(log.visit);
  });
  return story;
};

/** The first device first; afterwards mostly that one. */
const pickDevice = (random: Random, [first, second]: Device[], turn: number): Device => {
  if (!first) throw new Error('A person needs a device');
  return second && turn > 0 && random.chance(0.4) ? second : first;
};
