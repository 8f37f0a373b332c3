/** Names of countries by ISO 3166-1 alpha-2 code, in the editor's language, from the browser. */

/** An unknown code stands for itself. */
export const countryName = (code: string, locale: string): string => {
  if (!/^[a-z]{2}$/i.test(code)) return code;
  return names(locale).of(code.toUpperCase()) ?? code;
};

const cache = new Map<string, Intl.DisplayNames>();

const names = (locale: string): Intl.DisplayNames => {
  const known = cache.get(locale);
  if (known) return known;
  const made = new Intl.DisplayNames([locale, 'en'], { type: 'region', fallback: 'code' });
  cache.set(locale, made);
  return made;
};

/** Every country the browser has a name for, by name. */
export const countries = (locale: string): { value: string; label: string }[] => {
  const letters = Array.from({ length: 26 }, (_nothing, index) => String.fromCharCode(65 + index));
  return letters
    .flatMap((first) => letters.map((second) => `${first}${second}`))
    .filter((code) => !NOT_COUNTRIES.has(code))
    .map((value) => ({ value, label: countryName(value, locale) }))
    .filter(({ value, label }) => label !== value)
    .sort((a, b) => a.label.localeCompare(b.label, locale));
};

/** Unions, test and outdated codes that CLDR names as well. */
const NOT_COUNTRIES = new Set(
  'EU EZ UN QO XA XB ZZ AC AN BU CP CS CQ DD DG DY EA FQ FX HV IC JT MI NH NQ NT PC PU PZ QU RH SU TA TP UK VD WK YD YU ZR'.split(
    ' '
  )
);
