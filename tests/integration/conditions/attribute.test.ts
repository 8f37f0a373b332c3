/** Questions to a contact's own columns: the SQL that is run on each database, and whom it finds. */
import { conditions } from '../../../server/src/modules/conditions';
import { CONTACT_UID } from '../../../server/src/modules/contacts';
import { databaseKind } from '../../support/databases';
import { documentsOf } from '../../support/documents';
import { startSite, type TestSite } from '../../support/strapi';
import { ATTRIBUTE_CASES, NEEDED, PEOPLE } from '../../support/conditions/attribute-cases';

/** Noon of the day on which Prague's clocks went forward at two. */
const NOW = Date.parse('2026-03-29T10:00:00Z');
const asked = { now: NOW, timeZone: 'Europe/Prague' };

let site: TestSite;
beforeAll(async () => {
  site = await startSite({ config: { fields: { contact: NEEDED } } });
  for (const data of PEOPLE) await documentsOf(site, CONTACT_UID).create({ data });
});
afterAll(() => site.stop());

const queryOf = (question: object) => {
  const service = conditions(site.strapi);
  return service.matching(service.parse({ type: 'attribute', ...question }), asked);
};

it.each(ATTRIBUTE_CASES)('$question.field $question.operator', async ({ question, sql, finds }) => {
  const names = (await queryOf(question)
    .join('cm_contacts as n', 'n.id', 'c.id')
    .pluck('n.first_name')) as string[];
  expect(names.sort().join(' ')).toBe(finds);
  const { sql: run } = queryOf(question).toSQL();
  const test = run.replace(/["`]/g, '').replace(/^.* where \((.*)\)$/, '$1');
  expect(test).toBe(sql[databaseKind()]);
});
