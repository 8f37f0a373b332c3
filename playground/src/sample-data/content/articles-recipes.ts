import type { SampleArticle } from '../types';

export const recipeArticles: SampleArticle[] = [
  {
    slug: 'cardamom-knots',
    category: 'recipes',
    title: 'Cardamom knots',
    excerpt: 'The bun that the boats wait for. Best on the day, good on the next.',
    author: 'Ines Duarte',
    illustration: 'cup',
    tone: '#b9491f',
    publishedDaysAgo: 15,
    body: `Makes sixteen.

- 500 g flour, 7 g dry yeast, 80 g sugar, a pinch of salt
- 300 ml warm milk, 80 g soft butter
- For inside: 100 g butter, 80 g brown sugar, a tablespoon of cardamom, crushed by hand

Knead for ten minutes, let it rise for an hour. Roll out, spread, fold in three, cut into strips, and tie each into a knot. Half an hour more under a cloth, then twelve minutes at 220 degrees.

Brush them with coffee and sugar while they are hot. Filter coffee, not espresso.`,
  },
  {
    slug: 'affogato-by-the-book',
    category: 'recipes',
    title: 'Affogato by the book',
    excerpt: 'Two things in a glass, and three ways to get them wrong.',
    author: 'Ines Duarte',
    illustration: 'cup',
    tone: '#6b4327',
    publishedDaysAgo: 63,
    body: `Vanilla ice cream that was made with eggs. One espresso, hot, over it, at the table. That is all.

Do not let the coffee wait. Do not use a wide plate. And do not add anything that burns with a blue flame until you have tried it without.`,
  },
  {
    slug: 'coffee-and-walnut-loaf',
    category: 'recipes',
    title: 'Coffee and walnut loaf',
    excerpt: 'The cake of every village hall, with real coffee in it.',
    author: 'Ines Duarte',
    illustration: 'leaf',
    tone: '#7a4a21',
    publishedDaysAgo: 104,
    body: `Most recipes say instant coffee. They are not wrong, only sad.

Grind 20 g of Sul de Minas as fine as it goes and stir it into 60 ml of hot cream. Leave it for an hour, then press it through a cloth. What you have is stronger than any powder and tastes of what it is.

Beat 180 g butter with 180 g sugar, add three eggs, 180 g flour, two teaspoons of baking powder, the coffee cream, and 80 g walnuts you have toasted. Forty minutes at 175 degrees.`,
  },
];
