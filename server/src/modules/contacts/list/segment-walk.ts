/** The statements that read one segment of an order; `find-page` says which and when. */
import type { Core } from '@strapi/strapi';
import type { Reading } from '../../../platform/fields/field-conditions';
import { toDate, type StoredDate } from '../../../platform/sql/dates';
import { aliased } from '../../../platform/sql/table';
import { CONTACTS_TABLE } from '../contract';
import { CONTACT_SORT_KEYS_TABLE } from '../search/tables';
import type { ContactFilter } from './contact-filter';
import type { Segment } from './contact-order';
import { applyFilter, type Query } from './filter-conditions';

export interface SegmentRequest {
  segment: Segment;
  filter: ContactFilter;
  descending: boolean;
  /** Contacts after this one, in the direction of the walk. */
  after: { key: string | number | null; id: number } | null;
  limit: number;
}

export interface Found {
  id: number;
  key: string | number | null;
}

interface Row {
  id: number;
  key: string | number | StoredDate;
}

export const createSegmentWalk = (strapi: Core.Strapi, request: SegmentRequest) => {
  const { segment, filter, descending, after, limit } = request;
  const { by } = segment;
  const direction = descending ? 'desc' : 'asc';
  const bySortKey = by?.column.startsWith('k.') ?? false;
  const idColumn = bySortKey ? 'k.contact_id' : 'c.id';
  const columns = { id: idColumn, ...(by ? { key: by.column } : {}) };

  const inOrder = (query: Query) =>
    (by ? query.orderBy(by.column, direction) : query).orderBy(idColumn, direction);

  const onTheWay = (query: Query) => {
    for (const condition of segment.along ?? []) void query.whereRaw(condition);
    return after ? beyond(query, { segment, idColumn, place: after, descending }) : query;
  };

  const matching = (reading: Reading) => {
    const query = onTheWay(withTables(strapi, segment)).select(columns);
    for (const condition of segment.besides ?? []) void query.whereRaw(condition);
    return applyFilter(strapi, query, filter, reading);
  };

  const read = async (query: Query): Promise<Found[]> => {
    const rows = (await query) as Row[];
    return rows.map(({ id, key }) => ({ id, key: toKey(key, segment) }));
  };

  return {
    /** The place of the contact that lies so many further along the index, if there is one. */
    placeAfter: async (steps: number): Promise<Found | null> => {
      const tables = bySortKey
        ? aliased(strapi, { k: CONTACT_SORT_KEYS_TABLE })
        : aliased(strapi, { c: CONTACTS_TABLE });
      const [place] = await read(inOrder(onTheWay(tables)).select(columns).offset(steps).limit(1));
      return place ?? null;
    },
    /** Matches in the order of the index, up to `end`. */
    along: (end: Found | null): Promise<Found[]> => {
      const query = matching('oneByOne');
      if (end) void upTo(query, { segment, idColumn, place: end, descending });
      return read(inOrder(query).limit(limit));
    },
    /** Matches among the candidates (null: all contacts), sorted after they have been found. */
    sorted: (candidates: Query | null): Promise<Found[]> => {
      const query = matching('atOnce');
      if (candidates) void query.whereIn('c.id', candidates.clone());
      return read(sortedApart(strapi, query, { descending, keyed: by !== null }).limit(limit));
    },
  };
};

const withTables = (strapi: Core.Strapi, { by, besides }: Segment): Query => {
  if (by?.column.startsWith('k.')) {
    return aliased(strapi, { k: CONTACT_SORT_KEYS_TABLE }).join(
      { c: CONTACTS_TABLE },
      'c.id',
      'k.contact_id'
    );
  }
  const contacts = aliased(strapi, { c: CONTACTS_TABLE });
  return besides?.some((condition) => condition.startsWith('k.'))
    ? contacts.leftJoin({ k: CONTACT_SORT_KEYS_TABLE }, 'k.contact_id', 'c.id')
    : contacts;
};

interface Bound {
  segment: Segment;
  idColumn: string;
  place: Found;
  descending: boolean;
}

/**
 * After a place. Written so that every database finds the beginning by the index: MariaDB cannot with
 * a row comparison, PostgreSQL cannot with `or` alone.
 */
const beyond = (query: Query, { segment: { by }, idColumn, place, descending }: Bound): Query => {
  const past = descending ? '<' : '>';
  if (!by) return query.where(idColumn, past, place.id);
  const key = toValue(place.key, by.type);
  return query.where(by.column, `${past}=`, key).where((either) => {
    void either.where(by.column, past, key).orWhere(idColumn, past, place.id);
  });
};

/** Up to and including a place. */
const upTo = (query: Query, { segment: { by }, idColumn, place, descending }: Bound): Query => {
  const before = descending ? '>' : '<';
  if (!by) return query.where(idColumn, `${before}=`, place.id);
  const key = toValue(place.key, by.type);
  return query.where(by.column, `${before}=`, key).where((either) => {
    void either.where(by.column, before, key).orWhere(idColumn, `${before}=`, place.id);
  });
};

/** Fenced off, or the planner would walk the index after all to save the sorting. */
const sortedApart = (
  strapi: Core.Strapi,
  query: Query,
  { descending, keyed }: { descending: boolean; keyed: boolean }
): Query => {
  const direction = descending ? 'desc' : 'asc';
  const { connection } = strapi.db;
  const fenced =
    strapi.db.dialect.client === 'mysql'
      ? connection.with('matching', query)
      : connection.withMaterialized('matching', query);
  const all = fenced.from('matching').select('*');
  return (keyed ? all.orderBy('key', direction) : all).orderBy('id', direction);
};

const toValue = (key: Found['key'], type: 'date' | 'text' | 'number') =>
  type === 'date' ? new Date(Number(key)) : key;

const toKey = (key: Row['key'], { by }: Segment): Found['key'] => {
  if (!by) return null;
  if (by.type === 'date') return toDate(key)?.getTime() ?? null;
  return by.type === 'number' ? Number(key) : String(key);
};
