import type { StartFeature } from '../feature';
import { cameFrom, onVisit } from '../page';

/** `pagevisit` for the page at hand and every later one. */
export const trackPages: StartFeature = (track) =>
  onVisit(() => track('pagevisit', { referrer: cameFrom }));
