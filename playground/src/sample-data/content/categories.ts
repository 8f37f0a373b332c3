import type { SampleCategory } from '../types';

export const categories: SampleCategory[] = [
  {
    slug: 'brewing',
    name: 'Brewing',
    description: 'Water, time and a steady hand: how to get out of the bean what is in it.',
  },
  {
    slug: 'origins',
    name: 'Origins',
    description: 'The farms, the people and the weather behind what is in your cup.',
  },
  {
    slug: 'recipes',
    name: 'Recipes',
    description: 'What to bake with coffee, and what to bake for it.',
  },
  {
    slug: 'at-work',
    name: 'Coffee at work',
    description: 'For offices, cafés and whoever has to keep thirty people awake.',
  },
];
