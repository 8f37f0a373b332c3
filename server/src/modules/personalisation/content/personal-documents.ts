/** What the document service reads for a request that is answered for a visitor. */
import type { Core } from '@strapi/strapi';
import { isRecord } from '../../../platform/records';
import { choose } from '../audience/choose';
import { audienceAttribute, reachesAudience } from '../audience/schemas';
import type { Audience, Verdict } from '../contract';
import { answersFor } from '../visitor/visitor';
import { asked, type Asking } from './asking';
import { narrowed } from './narrowing';
import { chooseWithin, readAudiences } from './parts';
import { planFor, rowsOrNull } from './plan';
import { readRanked, type ListParams } from './read-list';

interface Read {
  uid: string;
  action: string;
  params: ListParams;
}

type Next = () => Promise<unknown>;

const READS = new Set(['findMany', 'findOne', 'findFirst', 'count']);

export const personalDocuments = (strapi: Core.Strapi): void => {
  const middleware = async (read: Read, next: Next): Promise<unknown> => {
    const asking = asked();
    if (!asking || !READS.has(read.action) || !reachesAudience(strapi, read.uid)) return next();
    const found = await readEntries(strapi, asking, read, next);
    if (read.action !== 'count') await chooseInside(strapi, asking, read.uid, found);
    return found;
  };
  strapi.documents.use(middleware as unknown as Parameters<typeof strapi.documents.use>[0]);
};

const readEntries = async (
  strapi: Core.Strapi,
  asking: Asking,
  { uid, action, params }: Read,
  next: Next
): Promise<unknown> => {
  if (!audienceAttribute(strapi, uid)) return next();
  asking.varies = true;
  const plan = await planFor(strapi, uid, await asking.visitor());
  if (action === 'findMany' && plan.ranked.length > 0) {
    return readRanked(strapi, uid, { plan, params });
  }
  const without = rowsOrNull(strapi, uid, plan.hidden);
  return without ? narrowed({ uid, without, only: null }, next) : next();
};

/** Components, dynamic zones and relations that were read along. */
const chooseInside = async (
  strapi: Core.Strapi,
  asking: Asking,
  uid: string,
  found: unknown
): Promise<void> => {
  const roots = [found].flat().flatMap((record) => (isRecord(record) ? [{ uid, record }] : []));
  const audiences = await readAudiences(strapi, roots);
  if (audiences.size === 0) return;
  asking.varies = true;
  const answers = await answersFor(strapi, await asking.visitor(), [...audiences.values()]);
  const onShown = (audience: Audience, { reason }: Verdict): void => {
    if (audience.split && reason === 'meant')
      asking.exposures.set(audience.split.name, audience.split);
  };
  for (const root of roots) {
    const audience = audiences.get(root.record);
    const [verdict] = audience ? choose([audience], answers) : [];
    if (audience && verdict) onShown(audience, verdict);
    chooseWithin(strapi, root, { audiences, answers, onShown });
  }
};
