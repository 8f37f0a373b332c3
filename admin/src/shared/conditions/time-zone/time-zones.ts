import type { SearchOption } from '../../search-choice';

/** What browsers list as UTC, if at all, is one of its other names. */
const UTC = 'UTC';

/** IANA names, with what the clocks there differ by now. */
export const findTimeZones = (q: string, extra: string | null): SearchOption[] => {
  const words = q
    .toLowerCase()
    .split(/[\s_/]+/)
    .filter(Boolean);
  const known = new Set([UTC, ...(extra ? [extra] : []), ...Intl.supportedValuesOf('timeZone')]);
  return [...known]
    .filter((zone) => words.every((word) => zone.toLowerCase().includes(word)))
    .map((zone) => ({ documentId: zone, name: zone.replaceAll('_', ' '), detail: offsetOf(zone) }));
};

/** `GMT+1`; null for a zone that this browser does not know. */
const offsetOf = (timeZone: string): string | null => {
  try {
    const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'shortOffset' });
    return parts.formatToParts().find(({ type }) => type === 'timeZoneName')?.value ?? null;
  } catch {
    return null;
  }
};
