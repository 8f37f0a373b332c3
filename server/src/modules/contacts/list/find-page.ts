/**
 * The ids of one page of contacts, in time that does not grow with their number.
 *
 * Each segment of the order is walked along its index. A filter that few contacts match would make the
 * walk long, so its indexes are asked first: when one of them holds few enough contacts, those are
 * sorted instead. A filter that many match, but all of them far down the order (everybody called Zoe,
 * by name), shows only in a walk that finds too little: then, too, what matches is sorted.
 */
import type { Core } from '@strapi/strapi';
import type { ContactFilter } from './contact-filter';
import { segmentsOf, type Order, type Segment } from './contact-order';
import { fewCandidates } from './few-candidates';
import { isEmptyFilter } from './filter-conditions';
import type { PageStart, Position } from './list-cursor';
import { createSegmentWalk, type Found, type SegmentRequest } from './segment-walk';

export interface PageRequest {
  order: Order;
  filter: ContactFilter;
  start: PageStart | null;
  size: number;
}

export interface PagePlaces {
  places: Position[];
  hasNext: boolean;
  hasPrevious: boolean;
}

/** What a page may cost; tests make do with less than a million contacts. */
export interface Effort {
  /** So many candidates are sorted as fast as a page is found among a million contacts. */
  candidates: number;
  /** Contacts that a walk looks at before it gives up. */
  steps: number;
}

const USUAL_EFFORT: Effort = { candidates: 5_000, steps: 20_000 };

export const findPage = async (
  strapi: Core.Strapi,
  { order, filter, start, size }: PageRequest,
  effort = USUAL_EFFORT
): Promise<PagePlaces> => {
  const backwards = start?.towards === 'previous';
  const wanted = size + 1;
  const places: Position[] = [];
  const segments = segmentsFrom(order, start);
  for (const { segment, index } of segments) {
    if (places.length >= wanted) break;
    const narrowed = withState(filter, segment);
    if (!narrowed) continue;
    const after = start?.segment === index ? start : null;
    const limit = wanted - places.length;
    const descending = (order.direction === 'desc') !== backwards;
    const request = { segment, filter: narrowed, descending, after, limit };
    const found = await findInSegment(strapi, request, effort);
    places.push(...found.map(({ key, id }) => ({ segment: index, key, id })));
  }
  const more = places.length > size;
  const page = places.slice(0, size);
  return backwards
    ? { places: page.reverse(), hasNext: true, hasPrevious: more }
    : { places: page, hasNext: more, hasPrevious: start !== null };
};

/** The segments that can hold the page, in the order in which it is looked for. */
const segmentsFrom = (order: Order, start: PageStart | null) => {
  const segments = segmentsOf(order).map((segment, index) => ({ segment, index }));
  if (!start) return segments;
  return start.towards === 'next'
    ? segments.slice(start.segment)
    : segments.slice(0, start.segment + 1).reverse();
};

const withState = (filter: ContactFilter, { state }: Segment): ContactFilter | null => {
  if (!state) return filter;
  return !filter.state || filter.state.includes(state) ? { ...filter, state: [state] } : null;
};

const findInSegment = async (
  strapi: Core.Strapi,
  request: SegmentRequest,
  { candidates: most, steps }: Effort
): Promise<Found[]> => {
  const walk = createSegmentWalk(strapi, request);
  const filtered = !isEmptyFilter(request.filter);
  if (!filtered && !request.segment.besides) return walk.along(null);
  const candidates = filtered ? await fewCandidates(strapi, request.filter, most) : null;
  if (candidates) return walk.sorted(candidates.query);
  const end = await walk.placeAfter(steps);
  const found = await walk.along(end);
  return end && found.length < request.limit ? walk.sorted(null) : found;
};
