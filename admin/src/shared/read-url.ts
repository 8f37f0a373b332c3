/** Addresses come from visitors: they are shown as text, and become links only when that is safe. */

/** The address to link to, or null: `javascript:` and everything else but http(s) is never a link. */
export const toSafeHref = (url: string | null): string | null => {
  const parsed = parse(url);
  return parsed && (parsed.protocol === 'http:' || parsed.protocol === 'https:')
    ? parsed.href
    : null;
};

/** The part an editor reads: "/pricing?plan=pro" of an http address, anything else as it stands. */
export const pathOf = (url: string | null): string | null => {
  const parsed = parse(url);
  if (!parsed || !parsed.host) return url;
  return decoded(`${parsed.pathname}${withoutCampaign(parsed.searchParams)}`);
};

/** "search.example" of "https://www.search.example/?q=x". */
export const hostOf = (url: string | null): string | null =>
  parse(url)?.hostname.replace(/^www\./, '') || null;

const parse = (url: string | null): URL | null => {
  try {
    return url ? new URL(url) : null;
  } catch {
    return null;
  }
};

/** Campaign marks are shown as words elsewhere. */
const withoutCampaign = (search: URLSearchParams): string => {
  const kept = [...search].filter(([name]) => !/^(utm_|gclid$|fbclid$|msclkid$)/.test(name));
  return kept.length > 0 ? `?${new URLSearchParams(kept).toString()}` : '';
};

const decoded = (text: string): string => {
  try {
    return decodeURI(text);
  } catch {
    return text;
  }
};
