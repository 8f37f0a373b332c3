/** Writes down one visit: each thing done takes a while, and knows on which page it was done. */
import type { Random } from '../random';
import { sitePages, type SitePage } from '../site-pages';
import type { Device, ItemReference, SampleActivity, SampleVisit, Source } from '../types';
import { searchEngineOf, utmQuery } from './sources';

interface Details {
  title?: string;
  value?: number;
  item?: ItemReference | null;
  data?: Record<string, unknown>;
  /** Null for what did not happen on a page; the current one unless told. */
  url?: string | null;
}

export interface VisitLog {
  see(page: SitePage): void;
  does(type: string, details?: Details): void;
  search(phrase: string): void;
  /** What the plugin notes by itself after a prospect's first purchase. */
  becomesClient(): void;
  /** Epoch milliseconds of what happens next. */
  now(): number;
  visit: SampleVisit;
}

const SECOND = 1_000;

export const createVisitLog = ({
  random,
  siteUrl,
  ...visit
}: {
  random: Random;
  siteUrl: string;
  contactKey: string;
  device: Device;
  startedAt: number;
  source: Source;
}): VisitLog => {
  const activities: SampleActivity[] = [];
  let at = visit.startedAt;
  let url: string | null = null;
  let referrer = visit.source.referrer;

  const record = (type: string, details: Details = {}) => {
    const { title, value, item, data } = details;
    activities.push({
      eventId: random.uuid(),
      type,
      occurredAt: at,
      title: title ?? null,
      url: details.url === undefined ? url : details.url,
      referrer: type === 'pagevisit' ? referrer : null,
      value: value ?? null,
      item: item ?? null,
      data: data ?? null,
    });
    at += random.int(3, 20) * SECOND;
  };

  const arrive = () => {
    const engine = searchEngineOf(visit.source);
    if (engine) record('externalsearch', { data: { engine } });
  };

  const see = ({ path, title, item }: SitePage) => {
    const isFirst = url === null;
    const query = isFirst ? utmQuery(visit.source) : '';
    if (!isFirst) referrer = url;
    url = `${siteUrl}${path}${query && (path.includes('?') ? '&' : '?')}${query}`;
    record('pagevisit', { title, item });
    if (isFirst) arrive();
    // How long people stay on a page is skewed: most leave soon, a few read to the end.
    at += Math.round(random.next() ** 3 * 240) * SECOND;
  };

  return {
    visit: { ...visit, activities },
    now: () => at,
    see,
    does: record,
    search(phrase) {
      see(sitePages.search(phrase));
      record('internalsearch', { data: { query: phrase } });
    },
    becomesClient() {
      const data = { from: 'prospect', to: 'client', by: 'site', why: 'purchase' };
      record('statechange', { data, url: null });
    },
  };
};
