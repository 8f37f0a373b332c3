import type { ActivityView } from '../../../../../server/src/modules/activities/contract';
import type { SessionGroup } from './group-timeline';
import { hostOf } from '../../../shared/read-url';

/** Where a visit came from: "newsletter / spring", or the host of the page before; null when direct. */
export const sourceOf = ({ activities }: SessionGroup): string | null => {
  const first = activities.filter(({ url }) => url !== null).pop();
  return first ? describeSource(first) : null;
};

type Source = Pick<ActivityView, 'utmSource' | 'utmCampaign' | 'referrer'>;

export const describeSource = (source: Source & { url?: string | null }): string | null => {
  const campaign = [source.utmSource, source.utmCampaign].filter(Boolean).join(' / ');
  if (campaign) return campaign;
  const from = hostOf(source.referrer);
  return from === hostOf(source.url ?? null) ? null : from;
};

/** "Chrome, macOS" of the visit's first browser that is known. */
export const deviceOf = ({ activities }: SessionGroup): string | null => {
  const known = activities.find(({ browser, os }) => browser !== null || os !== null);
  return known ? [known.browser, known.os].filter(Boolean).join(', ') : null;
};
