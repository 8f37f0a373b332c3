/** Looking around: what people do on the site without saying who they are. */
import { articles, categories, products } from '../content';
import type { Random } from '../random';
import { sitePages, type SitePage } from '../site-pages';
import type { SampleArticle, SampleProduct } from '../types';
import type { Story } from './story';
import type { VisitLog } from './visit-log';

const SEARCHES = [
  'grinder',
  'decaf',
  'espresso',
  'filter paper',
  'ethiopia',
  'gift card',
  'french press',
  'organic',
  'kenya',
  'milk frother',
];

/** PDF files of the site. */
type Download = 'brew-guide' | 'office-coffee-guide' | 'wholesale-prices';

export const pickArticle = ({ random, favourite }: Story): SampleArticle => {
  const liked = articles.filter(({ category }) => category === favourite.slug);
  return random.pick(random.chance(0.7) ? liked : articles);
};

export const pickProduct = (random: Random, kinds: SampleProduct['kind'][]): SampleProduct =>
  random.pick(products.filter(({ kind }) => kinds.includes(kind)));

/** The page somebody lands on. */
export const landing = (story: Story): SitePage =>
  story.random.weighted<() => SitePage>([
    [() => sitePages.home, 34],
    [() => sitePages.article(pickArticle(story)), 34],
    [() => sitePages.product(pickProduct(story.random, ['coffee', 'equipment'])), 18],
    [() => sitePages.shop, 8],
    [() => sitePages.category(story.favourite), 6],
  ])();

/** A number of pages, one after the other, as links would lead. */
export const wander = (log: VisitLog, story: Story, pages: number): void => {
  for (let page = 0; page < pages; page += 1) step(log, story);
};

const step = (log: VisitLog, story: Story) => {
  const { random } = story;
  const steps: [() => void, number][] = [
    [() => log.see(sitePages.article(pickArticle(story))), 40],
    [
      () =>
        log.see(sitePages.category(random.chance(0.6) ? story.favourite : random.pick(categories))),
      12,
    ],
    [() => log.see(sitePages.magazine), 8],
    [() => log.see(sitePages.shop), 12],
    [() => log.see(sitePages.product(pickProduct(random, ['coffee', 'equipment']))), 20],
    [() => log.search(random.pick(SEARCHES)), 4],
    [() => log.see(sitePages.contact), 2],
    [() => download(log, 'brew-guide'), 2],
  ];
  random.weighted(steps)();
};

export const download = (log: VisitLog, file: Download): void => {
  log.does('download', {
    title: `${file.replace(/-/g, ' ')} (PDF)`,
    data: { href: `/assets/downloads/${file}.pdf` },
  });
};
