import type { SampleArticle } from '../types';

export const originArticles: SampleArticle[] = [
  {
    slug: 'a-week-in-uraga',
    category: 'origins',
    title: 'A week in Uraga',
    excerpt: 'Two days of road, four hundred families, and a washing station that never sleeps.',
    author: 'Ilse Brandt',
    illustration: 'mountain',
    tone: '#b9491f',
    publishedDaysAgo: 4,
    body: `The road ends twice before it ends. The first time there is a bridge, the second time there is a boy who knows a way.

Uraga lies at 2,200 metres. In November the cherries ripen faster than they can be carried, and the washing station works through the night under two bulbs. Every family brings its own: thirty kilograms, sometimes a hundred. Each lot gets a ticket, and the ticket stays with it until it reaches us.

## What we pay

This year 4.10 dollars per pound, twice what the exchange said on the day. A third goes out before the harvest, when it is needed.

> We used to sell to whoever came first, says Almaz Bekele, who keeps the books. Now we know who is coming.`,
  },
  {
    slug: 'the-path-at-la-senda',
    category: 'origins',
    title: 'The path at La Senda',
    excerpt: 'Arnoldo Pérez has walked the same path for sixty years. So did his mother.',
    author: 'Ilse Brandt',
    illustration: 'leaf',
    tone: '#3d5c3a',
    publishedDaysAgo: 47,
    body: `Every farm has a reason for its name. This one is the shortest: there is a path, and it goes through the coffee.

Arnoldo shows us the trees his mother planted in 1961. They give little now, and he will not hear of cutting them. Below stand the young ones, resistant to rust, with bananas between them for shade and for the market.

Rain came in February this year, when it should be dry. He turned the coffee on the patio every quarter of an hour and slept beside it. None was lost.`,
  },
  {
    slug: 'what-washed-means',
    category: 'origins',
    title: 'Washed, natural, honey: what it means',
    excerpt: 'The same cherry, three ways to get to the bean, three different cups.',
    author: 'Joon Park',
    illustration: 'leaf',
    tone: '#7a4a21',
    publishedDaysAgo: 76,
    body: `A coffee bean is the stone of a cherry. How one gets rid of the cherry decides a good part of the taste.

- Washed: the fruit comes off at once, the rest is fermented and rinsed away. Clear, bright, honest.
- Natural: the whole cherry dries in the sun for weeks. Sweet, heavy, sometimes like wine.
- Honey: skin off, fruit stays on while it dries. Somewhere between the two.

None is better. But if a coffee tastes of strawberries and you wonder who put them there: it was the sun.`,
  },
  {
    slug: 'who-gets-what-of-your-four-euros',
    category: 'origins',
    title: 'Who gets what of your four euros',
    excerpt: 'We did the sums for a flat white, down to the cent.',
    author: 'Ilse Brandt',
    illustration: 'cup',
    tone: '#8a6a1c',
    publishedDaysAgo: 118,
    body: `A flat white at the corner costs four euros. The milk is 25 cents, the rent more than you think, and the coffee itself about 40 cents. Of those, the farm gets eleven when the market is low.

With the coffee on our shelf it is 24. It could be more, and each year it is a little more, because people ask.

## What you can do

Ask. At the corner, in the supermarket, at work. Nothing moves a price like a question.`,
  },
];
