/** What a page's address tells: whether it is one, and the campaign it names. */
import { cleanText } from '../../../platform/clean-text';

const MAX_URL = 2_048;
const MAX_UTM = 255;

export interface Page {
  url: string;
  utmSource: string | null;
  utmMedium: string | null;
  utmCampaign: string | null;
  utmTerm: string | null;
  utmContent: string | null;
}

const NO_CAMPAIGN = {
  utmSource: null,
  utmMedium: null,
  utmCampaign: null,
  utmTerm: null,
  utmContent: null,
};

/** Null unless it is an absolute http(s) address of at most 2,048 characters. */
export const readPage = (given: string): Page | null => {
  const url = cleanText(given, MAX_URL + 1);
  if (url.length > MAX_URL || !isWebAddress(url)) return null;
  if (!url.includes('utm_')) return { url, ...NO_CAMPAIGN };
  const { searchParams } = new URL(url);
  const utm = (name: string) => {
    const value = searchParams.get(`utm_${name}`);
    return value ? cleanText(value, MAX_UTM) : null;
  };
  return {
    url,
    utmSource: utm('source'),
    utmMedium: utm('medium'),
    utmCampaign: utm('campaign'),
    utmTerm: utm('term'),
    utmContent: utm('content'),
  };
};

const WEB = /^https?:\/\/[^/?#\s]/i;

export const isWebAddress = (url: string): boolean => WEB.test(url) && URL.canParse(url);
