import type { Translate } from '../translate';

const MAX_NAMED = 2;

/** "Client, Partner", or "Client and 3 more". */
export const enumerate = (labels: string[], t: Translate): string =>
  labels.length <= MAX_NAMED
    ? labels.join(', ')
    : t('filter.many', { first: labels[0], more: labels.length - 1 });
