/** Contacts by what they have in a score, the most first. */
import { validateYupSchemaSync, yup } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { findKeysetPage } from '../../../platform/keyset';
import { pageShape, refuseUnknown } from '../../../platform/list-query';
import { aliased } from '../../../platform/sql/table';
import { CONTACTS_TABLE, displayNameOf, type Nameable } from '../../contacts';
import { TOTALS_TABLE, type ScoredContact, type ScoredContactPage } from '../contract';

const schema = yup.object(pageShape);

const ORDER = {
  name: 'total',
  column: 't.total',
  idColumn: 't.id',
  type: 'number',
  descending: true,
} as const;

/** `query` is what came in the address. Throws a ValidationError that names what is wrong. */
export const listTopContacts = async (
  strapi: Core.Strapi,
  scoreId: number,
  query: unknown
): Promise<ScoredContactPage> => {
  refuseUnknown(query, Object.keys(schema.fields));
  const { cursor, pageSize } = validateYupSchemaSync(schema, { strict: false })(
    query
  ) as yup.InferType<typeof schema>;
  const matching = () =>
    (aliased(strapi, { t: TOTALS_TABLE }) as Knex.QueryBuilder)
      .where('t.score_id', scoreId)
      .whereNot('t.total', 0);
  const { ids, meta } = await findKeysetPage(strapi, matching, { order: ORDER, cursor, pageSize });
  return { data: await readContacts(strapi, ids), meta };
};

interface Row extends Nameable {
  id: number;
  total: number | string;
}

const readContacts = async (strapi: Core.Strapi, ids: number[]): Promise<ScoredContact[]> => {
  const rows = (await aliased(strapi, { t: TOTALS_TABLE })
    .join({ c: CONTACTS_TABLE }, 'c.id', 't.contact_id')
    .whereIn('t.id', ids)
    .select({
      ...{ id: 't.id', total: 't.total', documentId: 'c.document_id', email: 'c.email' },
      ...{ firstName: 'c.first_name', middleName: 'c.middle_name', lastName: 'c.last_name' },
    })) as unknown as Row[];
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    if (!row) return [];
    const { documentId, email = null, total } = row;
    const contact = { documentId, displayName: displayNameOf(row), email };
    return [{ contact, total: Number(total) }];
  });
};
