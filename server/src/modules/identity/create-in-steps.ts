/** Where a statement takes rows of one table: visitors, then contacts and sessions of those that are new. */
import type { BulkSql, TableShape } from '../../platform/sql/bulk-sql';
import { insertAnonymousContacts } from './anonymous-contacts';
import type { CreatedVisitor } from './created-visitor';
import { insertSessions } from './sessions';
import type { Sighting } from './sighting';
import { visitorsShape, visitorTouchShape, type VisitorRow } from './tables';

type NewVisitorRow = VisitorRow & { id?: number };
const newVisitors = visitorsShape as TableShape<NewVisitorRow>;

export const createInSteps = async (
  sql: BulkSql,
  sightings: Sighting[]
): Promise<CreatedVisitor[]> => {
  const inserted = await sql.insert(newVisitors, sightings.map(toRow), {
    unlessExists: 'visitor_key',
    returning: ['id', 'visitor_key'],
  });
  const ids = new Map(inserted.map(({ id, visitor_key }) => [visitor_key, Number(id)]));
  const won = sightings.filter(({ key }) => ids.has(key));
  const contacts = await insertAnonymousContacts(sql, won);
  const arrivals = won.flatMap((sighting) => {
    const visitorId = ids.get(sighting.key);
    const contact = contacts.get(sighting.key);
    return visitorId && contact
      ? [{ visitorId, contactId: contact.contact_id, sighting, contact }]
      : [];
  });
  const sessions = await insertSessions(
    sql,
    arrivals.filter(({ sighting }) => sighting.visits)
  );
  const created = arrivals.map(({ visitorId, contactId, sighting, contact }) => ({
    id: visitorId,
    key: sighting.key,
    contactId,
    documentId: contact.document_id,
    sessionId: sessions.get(visitorId) ?? null,
  }));
  await sql.update(
    visitorTouchShape,
    'id',
    { contact_id: 'set', session_id: 'set' },
    created.map(({ id, contactId, sessionId }) => ({
      id,
      contact_id: contactId,
      session_id: sessionId ?? undefined,
    }))
  );
  return created;
};

const toRow = ({ key, at, browser, device, os }: Sighting): NewVisitorRow => ({
  visitor_key: key,
  contact_id: null,
  link: 'own',
  tracking: null,
  user_agent_family: browser,
  device,
  os,
  first_seen_at: at,
  last_seen_at: at,
});
