import type { IntlShape } from 'react-intl';
import type { DayRange } from './date-range-editor';
import { fromDay } from './local-day';
import type { Translate } from './translate';

/** "since 3 Mar 2026", "1 – 31 Jan 2026". */
export const describeRange = ({ from, to }: DayRange, t: Translate, intl: IntlShape): string => {
  const format = (day: string) => intl.formatDate(fromDay(day), { dateStyle: 'medium' });
  if (from && to) return t('dates.between', { from: format(from), to: format(to) });
  if (from) return t('dates.since', { from: format(from) });
  return t('dates.until', { to: to ? format(to) : '' });
};
