/** Visitors who come back: about one request in ten is somebody's first. */
import { randomBytes } from 'node:crypto';

const PAGES = 400;

export interface VisitorPool {
  /** A key: a new one with this probability, else that of somebody who was here before. */
  next(newShare: number): string;
  size(): number;
}

export const createVisitorPool = (): VisitorPool => {
  const keys: string[] = [];
  return {
    next: (newShare) => {
      const known = keys[Math.floor(Math.random() * keys.length)];
      if (known && Math.random() >= newShare) return known;
      const key = trackerId();
      keys.push(key);
      return key;
    },
    size: () => keys.length,
  };
};

/** A request body as the tracker sends it. */
export const bodyOf = (visitor: string, events = 1): string =>
  JSON.stringify({ visitor, events: Array.from({ length: events }, pageVisit) });

const pageVisit = () => {
  const page = randomBytes(2).readUInt16LE(0) % PAGES;
  return {
    id: trackerId(),
    type: 'pagevisit',
    at: new Date().toISOString(),
    url: `https://site.example/articles/${page}?utm_source=newsletter&utm_campaign=spring`,
    title: `Article ${page}: how a visit becomes a contact`,
    referrer: 'https://search.example/',
  };
};

/** What the tracker's `uuid` makes, at a fraction of the cost: the load comes from the same two cores. */
export const trackerId = (): string => {
  const time = String(Date.now());
  const random = randomBytes(9).toString('hex');
  return `${time.slice(0, 8)}-${time.slice(9)}-8${random.slice(0, 3)}-8${random.slice(3, 6)}-${random.slice(6)}`;
};
