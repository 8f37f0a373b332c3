/** Last touch: the campaign that the newest visit came by. A visit without one leaves it alone. */
import type { BulkSql, TableShape } from '../../platform/sql/bulk-sql';
import { CONTACTS_TABLE } from '../contacts';
import type { Sighting } from './sighting';

export const PARTS = ['source', 'medium', 'campaign', 'term', 'content'] as const;
/** As attributes of the contact. */
export const CAMPAIGN_FIELDS = [
  ...['lastUtmSource', 'lastUtmMedium', 'lastUtmCampaign', 'lastUtmTerm', 'lastUtmContent'],
];
type Column = `last_utm_${(typeof PARTS)[number]}`;
export type LastCampaign = Record<Column, string | null>;

const shape: TableShape<{ id: number } & LastCampaign> = {
  name: CONTACTS_TABLE,
  columns: {
    id: 'bigint',
    last_utm_source: 'text',
    last_utm_medium: 'text',
    last_utm_campaign: 'text',
    last_utm_term: 'text',
    last_utm_content: 'text',
  },
};

export const campaignOf = (sighting: Sighting): LastCampaign => ({
  last_utm_source: sighting.utmSource,
  last_utm_medium: sighting.utmMedium,
  last_utm_campaign: sighting.utmCampaign,
  last_utm_term: sighting.utmTerm,
  last_utm_content: sighting.utmContent,
});

/** Of the contacts whose visits start with these sightings. */
export const keepLastCampaign = async (
  sql: BulkSql,
  arrivals: { contactId: number; sighting: Sighting }[]
): Promise<void> => {
  const newest = new Map<number, { id: number; at: number } & LastCampaign>();
  for (const { contactId: id, sighting } of arrivals) {
    const campaign = campaignOf(sighting);
    const later = sighting.at >= (newest.get(id)?.at ?? 0);
    if (later && Object.values(campaign).some((part) => part !== null)) {
      newest.set(id, { id, at: sighting.at, ...campaign });
    }
  }
  if (newest.size === 0) return;
  const rows = [...newest.values()].sort((a, b) => a.id - b.id);
  await sql.update(
    shape,
    'id',
    {
      last_utm_source: 'replace',
      last_utm_medium: 'replace',
      last_utm_campaign: 'replace',
      last_utm_term: 'replace',
      last_utm_content: 'replace',
    },
    rows
  );
};
