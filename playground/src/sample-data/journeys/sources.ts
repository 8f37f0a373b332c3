/** Where visits come from: campaigns that ran at certain times, search engines, other sites. */
import type { Random } from '../random';
import type { Persona, Source } from '../types';

export const DIRECT: Source = {
  referrer: null,
  utmSource: null,
  utmMedium: null,
  utmCampaign: null,
  utmTerm: null,
  utmContent: null,
};

export interface Campaign {
  persona: Persona | 'anyone';
  weight: number;
  /** Days before `now`, the longer ago first. */
  ran: [from: number, to: number];
  source: Source;
}

const utm = (
  utmSource: string,
  utmMedium: string,
  utmCampaign: string,
  more: Partial<Source> = {}
) => ({
  ...DIRECT,
  utmSource,
  utmMedium,
  utmCampaign,
  ...more,
});

const campaigns: Campaign[] = [
  {
    persona: 'anyone',
    weight: 14,
    ran: [170, 120],
    source: utm('instagram', 'social', 'cliffs', { referrer: 'https://l.instagram.com/' }),
  },
  {
    persona: 'anyone',
    weight: 20,
    ran: [75, 45],
    source: utm('instagram', 'social', 'new-harvest', {
      referrer: 'https://l.instagram.com/',
      utmContent: 'reel',
    }),
  },
  {
    persona: 'anyone',
    weight: 12,
    ran: [60, 0],
    source: utm('google', 'cpc', 'coffee-beans', {
      referrer: 'https://www.google.com/',
      utmTerm: 'fresh coffee beans',
    }),
  },
  {
    persona: 'business',
    weight: 45,
    ran: [180, 0],
    source: utm('google', 'cpc', 'office-coffee', {
      referrer: 'https://www.google.com/',
      utmTerm: 'coffee for offices',
    }),
  },
  {
    persona: 'business',
    weight: 20,
    ran: [100, 0],
    source: utm('linkedin', 'social', 'grinder-on-loan', { referrer: 'https://www.linkedin.com/' }),
  },
  ...[150, 120, 90, 60, 30, 10].map((ago, issue): Campaign => ({
    persona: 'subscriber',
    weight: 60,
    ran: [ago, ago - 9],
    source: utm('newsletter', 'email', `letter-${issue + 1}`),
  })),
  {
    persona: 'customer',
    weight: 45,
    ran: [28, 20],
    source: utm('newsletter', 'email', 'autumn-sale', { utmContent: 'button' }),
  },
];

const uncampaigned: [Source, number][] = [
  [DIRECT, 32],
  [{ ...DIRECT, referrer: 'https://www.google.com/' }, 26],
  [{ ...DIRECT, referrer: 'https://duckduckgo.com/' }, 6],
  [{ ...DIRECT, referrer: 'https://www.bing.com/' }, 4],
  [{ ...DIRECT, referrer: 'https://seabird-weekly.example/links' }, 5],
  [{ ...DIRECT, referrer: 'https://brewforum.example/t/what-are-you-drinking' }, 6],
];

/** Campaigns count only while they run, and only for those they are meant for. */
export const pickSource = (random: Random, persona: Persona, daysAgo: number): Source =>
  random.weighted([
    ...uncampaigned,
    ...campaigns
      .filter(({ persona: meant, ran: [from, to] }) => {
        return (meant === 'anyone' || meant === persona) && daysAgo <= from && daysAgo >= to;
      })
      .map(({ source, weight }) => [source, weight] as [Source, number]),
  ]);

/** A search engine without a paid click: the tracker notes it as an external search. */
export const searchEngineOf = ({ referrer, utmSource }: Source): string | null =>
  utmSource ? null : (/\/\/(?:www\.)?(google|duckduckgo|bing)\./.exec(referrer ?? '')?.[1] ?? null);

/** What a campaign adds to the address it leads to. */
export const utmQuery = (source: Source): string => {
  const parts: [string, string | null][] = [
    ['utm_source', source.utmSource],
    ['utm_medium', source.utmMedium],
    ['utm_campaign', source.utmCampaign],
    ['utm_term', source.utmTerm],
    ['utm_content', source.utmContent],
  ];
  return new URLSearchParams(
    parts.filter((part): part is [string, string] => part[1] !== null)
  ).toString();
};
