/** The whole sample: content, people and half a year of what they did. */
import { articles, categories, products } from './content';
import { live } from './journeys/live';
import { DAY } from './journeys/visit-times';
import { makePerson } from './people/make-person';
import { createRandom } from './random';
import { statuses } from './statuses';
import { toContact } from './to-contact';
import type { Persona, SampleData, SampleOrder } from './types';

export interface SampleOptions {
  seed: number;
  /** Epoch milliseconds; nothing happens after it. */
  now: number;
  /** Origin of the site the visits were to, without a slash at the end. */
  siteUrl: string;
}

const PEOPLE: Record<Persona, number> = {
  'passer-by': 170,
  reader: 60,
  subscriber: 80,
  customer: 75,
  business: 35,
};

/** Pure: the same options give the same data. */
export const generateSample = ({ seed, now, siteUrl }: SampleOptions): SampleData => {
  const stories = personas().map((persona, index) => {
    const random = createRandom(seed, index);
    const person = makePerson(random, index + 1, persona);
    return live(person, { random, now, siteUrl });
  });
  const told = stories.filter(({ visits }) => visits.length > 0);
  return {
    categories,
    articles,
    products,
    statuses,
    contacts: told.map((story) => toContact(story, now)),
    visits: told.flatMap(({ visits }) => visits),
    orders: told.flatMap(({ orders }) => orders.map((order) => withFulfilment(order, now))),
  };
};

const personas = (): Persona[] =>
  (Object.keys(PEOPLE) as Persona[]).flatMap((persona) =>
    Array.from({ length: PEOPLE[persona] }, () => persona)
  );

const withFulfilment = (order: SampleOrder, now: number): SampleOrder => {
  const daysAgo = (now - order.createdAt) / DAY;
  if (daysAgo < 1) return order;
  return { ...order, fulfilment: daysAgo < 2 ? 'packed' : daysAgo < 5 ? 'shipped' : 'delivered' };
};
