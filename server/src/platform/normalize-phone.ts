/** Telephone numbers as E.164 where they can be read; otherwise they stand as they were typed. */
import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';

export interface ReadPhone {
  number: string;
  /** The number could not be read: it may be incomplete, or lack a country. */
  unreadable: boolean;
}

/** `country` (ISO 3166-1 alpha-2) is assumed for a number without an international prefix. */
export const normalizePhone = (typed: string, country: string | null): ReadPhone => {
  const number = typed.trim();
  const parsed = parsePhoneNumberFromString(
    number,
    country && isSupportedCountry(country) ? { defaultCountry: country } : {}
  );
  // An extension has no place in E.164: what was typed says more.
  if (!parsed?.isPossible() || parsed.ext) return { number, unreadable: true };
  return { number: parsed.number, unreadable: false };
};
