/** What each kind of person does in their nth visit. */
import { sitePages } from '../site-pages';
import type { Persona } from '../types';
import { download, landing, wander } from './browsing';
import { buy, fillBasket } from './buying';
import { enquire, logIn, register, subscribe, unsubscribe, writeToUs } from './signing-up';
import type { Story } from './story';
import type { VisitLog } from './visit-log';

/** `turn` counts the person's visits from 0. */
export type VisitPlan = (log: VisitLog, story: Story, turn: number) => void;

const passBy: VisitPlan = (log, story) => {
  log.see(landing(story));
  wander(
    log,
    story,
    story.random.weighted([
      [0, 5],
      [1, 3],
      [2, 2],
      [4, 1],
    ])
  );
};

const read: VisitPlan = (log, story) => {
  log.see(landing(story));
  wander(log, story, story.random.int(1, 5));
};

const follow: VisitPlan = (log, story, turn) => {
  read(log, story, turn);
  const { random } = story;
  if (story.subscription === 'none' && random.chance(turn === 0 ? 0.45 : 0.7))
    subscribe(log, story);
  else if (story.subscription === 'subscribed' && random.chance(0.015)) unsubscribe(log, story);
  if (random.chance(0.03)) writeToUs(log, story);
  if (random.chance(0.1)) fillBasket(log, story);
};

const shop: VisitPlan = (log, story, turn) => {
  const { random } = story;
  log.see(landing(story));
  wander(log, story, random.int(0, 3));
  if (!story.isRegistered && random.chance(turn === 0 ? 0.35 : 0.75)) register(log, story);
  else if (story.isRegistered && random.chance(0.4)) logIn(log);
  if (story.subscription === 'none' && random.chance(0.15)) subscribe(log, story);
  if (!random.chance(0.32)) return;
  const lines = fillBasket(log, story);
  if (random.chance(0.68)) buy(log, story, lines);
};

const procure: VisitPlan = (log, story, turn) => {
  const { random } = story;
  log.see(turn === 0 || random.chance(0.4) ? sitePages.wholesale : landing(story));
  wander(log, story, random.int(0, 3));
  if (random.chance(0.35)) {
    log.see(sitePages.wholesale);
    download(log, random.pick(['office-coffee-guide', 'wholesale-prices'] as const));
  }
  if (!story.hasEnquired) {
    if (random.chance(0.5)) enquire(log, story);
  } else if (random.chance(0.4)) {
    buy(log, story, fillBasket(log, story));
  }
};

export const visitPlans: Record<Persona, VisitPlan> = {
  'passer-by': passBy,
  reader: read,
  subscriber: follow,
  customer: shop,
  business: procure,
};

/** Fewest and most visits. */
export const visitCounts: Record<Persona, [number, number]> = {
  'passer-by': [1, 2],
  reader: [3, 9],
  subscriber: [3, 14],
  customer: [4, 18],
  business: [3, 11],
};
