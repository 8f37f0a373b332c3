import type { SampleArticle } from '../types';

export const brewingArticles: SampleArticle[] = [
  {
    slug: 'pour-over-in-three-minutes',
    category: 'brewing',
    title: 'Pour-over in three minutes',
    excerpt: 'One cone, one paper, one kettle. What matters is when you pour, not how prettily.',
    author: 'Maren Holt',
    illustration: 'dripper',
    tone: '#1f4d57',
    publishedDaysAgo: 9,
    body: `Fifteen grams of coffee, a quarter of a litre of water, three minutes. If you remember nothing else, remember that, and you will drink better coffee than in most cafés.

## Wet the paper

Hot water through the empty filter takes the taste of paper with it and warms what stands below. Pour it away.

## Wait for the bloom

Twice as much water as coffee, so thirty grams, and then nothing for forty seconds. Fresh coffee rises like dough: the gas that came with the roast has to leave before water can get in.

## Pour in circles, slowly

From the middle outwards and back, never on the paper. Three pours of about seventy grams each. When the bed of coffee is flat at the end, you have done it right.

> If it tastes sour, grind finer. If it tastes bitter, grind coarser. Change one thing at a time.`,
  },
  {
    slug: 'water-is-most-of-it',
    category: 'brewing',
    title: 'Water is most of it',
    excerpt: 'A cup of coffee is 98 parts water. It is worth knowing what is in yours.',
    author: 'Joon Park',
    illustration: 'kettle',
    tone: '#3d7a6d',
    publishedDaysAgo: 34,
    body: `We were sent a complaint last month: the same bag, the same recipe, and at home it tasted of nothing. The customer had moved house. The beans had not changed. The water had.

## Hard and soft

Calcium and magnesium help water to take flavour out of coffee; too much of them, and the fruit disappears behind chalk. Somewhere between 50 and 100 milligrams per litre is a good place to be.

## What to do about it

- Ask your waterworks. They publish the figures.
- A jug filter is enough in most towns.
- Bottled water with few minerals works, and is a lot to carry.

And descale the kettle. It takes twenty minutes and a lemon.`,
  },
  {
    slug: 'choosing-a-grinder',
    category: 'brewing',
    title: 'Choosing a grinder',
    excerpt: 'The most important machine in the kitchen is not the one that makes the coffee.',
    author: 'Maren Holt',
    illustration: 'grinder',
    tone: '#2f3d5c',
    publishedDaysAgo: 58,
    body: `Ground coffee goes stale in a quarter of an hour, whole beans in a month. That is the whole argument for a grinder.

## Burrs, not blades

Blades chop: dust and boulders in the same cup, bitter and sour at once. Burrs crush everything to one size. A good hand grinder costs less than a poor electric one and lasts longer.

## How fine?

- Coarse as sea salt: French press
- Like sand: pour-over
- Like flour that still has grain: espresso

Write down the number of clicks you like. You will forget it on holiday.`,
  },
  {
    slug: 'french-press-without-mud',
    category: 'brewing',
    title: 'French press without the mud',
    excerpt: 'Four minutes, a spoon, and the courage not to press.',
    author: 'Joon Park',
    illustration: 'press',
    tone: '#6b4327',
    publishedDaysAgo: 91,
    body: `The French press has a bad name because people press. The sieve is there to hold the grounds back while you pour, not to squeeze them.

Thirty grams, coarse, half a litre just off the boil. After four minutes break the crust with a spoon, take off the foam, and wait another four. What was cloudy settles. Lower the sieve to the surface, no further, and pour gently.

> Leave the last finger of it in the pot. It is not for drinking.`,
  },
  {
    slug: 'iced-coffee-that-is-not-watery',
    category: 'brewing',
    title: 'Iced coffee that is not watery',
    excerpt: 'Brew it strong and let the ice do the rest of the recipe.',
    author: 'Maren Holt',
    illustration: 'cup',
    tone: '#3a6ea5',
    publishedDaysAgo: 140,
    body: `Ice is water that arrives late. Count it.

Take your usual amount of coffee and only two thirds of the water; put the last third in the jug as ice. Brew onto it. The cold keeps the scents that steam would carry off, and the coffee comes out as strong as it should be.

Kenya and Ethiopia are made for this. Harbour Blend prefers to be warm.`,
  },
];
