/**
 * From browsers seen to visitors, in bulk and inside the caller's transaction: known ones are looked
 * up, new ones are created with their first visit.
 */
import type { BulkSql } from '../../platform/sql/bulk-sql';
import type { Dialect } from '../../platform/sql/dialect';
import { CONTACTS_TABLE, type ContactKind } from '../contacts';
import { insertAnonymousContacts } from './anonymous-contacts';
import type { Visitor, VisitorKey, VisitorLink } from './contract';
import { createVisitors } from './create-visitors';
import type { CreatedVisitor } from './created-visitor';
import { outlasts, type Sighting } from './sighting';
import { VISITORS_TABLE, visitorTouchShape } from './tables';

export interface ResolvedVisitor extends Visitor {
  lastSeenAt: number;
  /** When the visitor said no to tracking, while that stands. */
  refusedAt: number | null;
  /** A visit starts with this sighting, and the visitor's row does not say so yet. */
  startedSession: boolean;
}

/** Which person a row number stands for (see the activities module's anchors). */
export interface NewContact {
  document_id: string;
  contact_id: number;
}

export interface Resolved {
  visitors: Map<VisitorKey, ResolvedVisitor>;
  newContacts: NewContact[];
}

export const resolveVisitors = async (sql: BulkSql, sightings: Sighting[]): Promise<Resolved> => {
  const byKey = firstByKey(sightings);
  const found = await find(sql, [...byKey.keys()]);
  const known = new Set(found.map(({ visitor_key }) => visitor_key));
  const missing = [...byKey.values()].filter(({ key, create }) => create && !known.has(key));
  const created = await createVisitors(sql, missing);
  const overtaken =
    created.length < missing.length
      ? await find(
          sql,
          missing.map(({ key }) => key).filter((key) => !created.some((one) => one.key === key))
        )
      : [];
  const adopted = await adoptOrphans(sql, [...found, ...overtaken], byKey);
  const visitors = new Map<VisitorKey, ResolvedVisitor>();
  for (const row of adopted.rows) visitors.set(row.visitor_key as VisitorKey, fromRow(row));
  for (const one of created) visitors.set(one.key, fromCreated(one, byKey.get(one.key)?.at ?? 0));
  const newContacts = created.map(({ documentId, contactId }) => ({
    document_id: documentId,
    contact_id: contactId,
  }));
  return { visitors, newContacts: [...newContacts, ...adopted.newContacts] };
};

interface FoundRow {
  id: number | string;
  visitor_key: string;
  contact_id: number | string | null;
  link: VisitorLink;
  tracking: boolean | number | null;
  refused_at: number | string | null;
  last_seen_at: number | string;
  session_id: number | string | null;
  contact_kind: ContactKind | null;
  monitored: boolean | number | null;
}

const firstByKey = (sightings: Sighting[]): Map<VisitorKey, Sighting> => {
  const byKey = new Map<VisitorKey, Sighting>();
  for (const sighting of sightings) {
    const earlier = byKey.get(sighting.key);
    const create = sighting.create || (earlier?.create ?? false);
    const first = !earlier || sighting.at < earlier.at ? sighting : earlier;
    byKey.set(sighting.key, first.create === create ? first : { ...first, create });
  }
  return byKey;
};

/**
 * Held until the commit: a merge that moves a visitor's history must not run between reading where
 * the visitor points and writing an activity there. (SQLite's transaction holds everything.)
 */
const LOCK: Record<Dialect, string> = {
  postgres: ' order by v.visitor_key for no key update of v',
  mysql: ' order by v.visitor_key for update',
  sqlite: '',
};

/**
 * Whoever had to wait for a visitor's lock on PostgreSQL is told where the visitor points now, but no
 * contact: the joined rows are of the moment before. A second look sees what was committed.
 */
const find = async (sql: BulkSql, keys: VisitorKey[]): Promise<FoundRow[]> => {
  const rows = await select(sql, keys);
  const moved = rows.filter((row) => row.contact_id !== null && row.contact_kind === null);
  if (moved.length === 0) return rows;
  const movedKeys = moved.map(({ visitor_key }) => visitor_key as VisitorKey);
  const again = await select(sql, movedKeys);
  return [...rows.filter((row) => !moved.includes(row)), ...again];
};

const select = (sql: BulkSql, keys: VisitorKey[]): Promise<FoundRow[]> =>
  sql.selectIn<FoundRow>(
    `select v.id, v.visitor_key, v.contact_id, v.link, v.tracking, v.refused_at, v.last_seen_at, v.session_id,
      c.kind as contact_kind, c.monitored from ${VISITORS_TABLE} v
      left join ${CONTACTS_TABLE} c on c.id = v.contact_id where v.visitor_key in {keys}${LOCK[sql.dialect]}`,
    'text',
    keys
  );

/** Visitors without a contact: they said no before anything was recorded, and now may be. */
const adoptOrphans = async (
  sql: BulkSql,
  rows: FoundRow[],
  byKey: Map<VisitorKey, Sighting>
): Promise<{ rows: FoundRow[]; newContacts: NewContact[] }> => {
  const orphans = rows.filter(({ contact_kind }) => contact_kind === null);
  const sightings = orphans.flatMap(({ visitor_key, tracking, refused_at }) => {
    const sighting = byKey.get(visitor_key as VisitorKey);
    const agreed = Boolean(tracking);
    const refused = tracking !== null && !agreed;
    const agrees = outlasts(sighting?.agreedAt ?? null, numberOrNull(refused_at));
    const may = sighting?.create ? agrees || !refused : agreed;
    return sighting && may ? [sighting] : [];
  });
  if (sightings.length === 0) return { rows, newContacts: [] };
  const contacts = await insertAnonymousContacts(sql, sightings);
  const adopted = rows.map((row): FoundRow => {
    const contact = contacts.get(row.visitor_key as VisitorKey);
    return contact ? { ...row, contact_id: contact.contact_id, contact_kind: 'anonymous' } : row;
  });
  await sql.update(
    visitorTouchShape,
    'id',
    { contact_id: 'set' },
    adopted
      .filter(({ visitor_key }) => contacts.has(visitor_key as VisitorKey))
      .map(({ id, contact_id }) => ({ id: Number(id), contact_id: Number(contact_id) }))
  );
  return { rows: adopted, newContacts: [...contacts.values()] };
};

const fromRow = (row: FoundRow): ResolvedVisitor => ({
  id: Number(row.id),
  key: row.visitor_key as VisitorKey,
  contactId: Number(row.contact_id),
  contactKind: row.contact_kind,
  monitored: row.monitored === null || Boolean(row.monitored),
  link: row.link,
  tracking: row.tracking === null ? null : Boolean(row.tracking),
  refusedAt: numberOrNull(row.refused_at),
  sessionId: numberOrNull(row.session_id),
  lastSeenAt: Number(row.last_seen_at),
  startedSession: false,
});

const numberOrNull = (value: number | string | null): number | null =>
  value === null ? null : Number(value);

const fromCreated = (
  { id, key, contactId, sessionId }: CreatedVisitor,
  at: number
): ResolvedVisitor => ({
  id,
  key,
  contactId,
  contactKind: 'anonymous',
  monitored: true,
  link: 'own',
  tracking: null,
  refusedAt: null,
  sessionId,
  lastSeenAt: at,
  startedSession: false,
});
