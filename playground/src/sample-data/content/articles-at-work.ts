import type { SampleArticle } from '../types';

export const workArticles: SampleArticle[] = [
  {
    slug: 'how-much-coffee-does-an-office-need',
    category: 'at-work',
    title: 'How much coffee does an office need?',
    excerpt: 'Count cups, not people. A calculation that has been right for eleven years.',
    author: 'Tomas Lind',
    illustration: 'bag',
    tone: '#16383f',
    publishedDaysAgo: 21,
    body: `Two cups a day and head, 8 grams each, 21 working days. That makes a third of a kilogram per person and month. Then take a fifth away, for those who drink tea and those who are never there on Fridays.

Thirty people: eight kilograms. Order it in two deliveries. Coffee does not get better in a cupboard.

## What it costs

About 16 cents a cup for the beans. The machine costs more than the coffee, and the walk to the café across the road costs more than both.`,
  },
  {
    slug: 'a-grinder-on-loan',
    category: 'at-work',
    title: 'Why we lend our grinders',
    excerpt: 'Cafés should spend their money on people. The steel can be ours.',
    author: 'Tomas Lind',
    illustration: 'grinder',
    tone: '#2f3d5c',
    publishedDaysAgo: 69,
    body: `A grinder for a café costs as much as a small car, and it decides more about the taste than the machine with the name on it. Nobody who opens a café has that money in the first month.

So we lend them, from twenty kilograms a month, serviced twice a year, with new burrs when they are due. If you leave us, we come and fetch it. Three have, in eleven years. Two came back.`,
  },
  {
    slug: 'the-meeting-pot',
    category: 'at-work',
    title: 'The meeting pot',
    excerpt: 'Coffee for twelve, ready at nine, still good at ten. It can be done.',
    author: 'Joon Park',
    illustration: 'press',
    tone: '#5c3a2a',
    publishedDaysAgo: 126,
    body: `What ruins coffee in meetings is the hotplate. Brew it into a thermos that has been filled with hot water first, close it, and carry it in.

- 60 g of coffee per litre, a little coarser than for one cup
- A thermos with a glass inside, not steel
- Pour the first cup for whoever speaks first

And put a jug of water beside it. Meetings end earlier when people can leave the room.`,
  },
];
