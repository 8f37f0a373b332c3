/** A rule that the database cannot answer keeps nobody else waiting. */
import {
  conditions,
  defineLeaf,
  type RegisteredRule,
} from '../../../server/src/modules/conditions';
import { accountsOf } from '../../support/accounts';
import { dynamicOf, inCountry } from '../../support/dynamic-groups';
import { startSite, type TestSite } from '../../support/strapi';

let site: TestSite;
let isBroken = false;
beforeAll(async () => {
  site = await startSite();
  conditions(site.strapi).register(
    defineLeaf<RegisteredRule>({
      type: 'test.breaking',
      properties: [],
      read: () => ({ type: 'test.breaking' }),
      compile: (_rule, { strapi }) => ({
        test: strapi.db.connection.raw(isBroken ? 'there_is_no_such_column = 1' : '1 = 1'),
      }),
      dependsOn: () => ({ fields: ['country'] }),
      isTimed: () => false,
      crossed: () => null,
      say: () => 'breaks',
      evidence: () => Promise.resolve(undefined),
    })
  );
});
afterAll(() => site.stop());

it('says what is wrong with itself, keeps its members, and lets the others go on', async () => {
  const { newDynamic, members, settled } = dynamicOf(site);
  const { newContact } = accountsOf(site);
  const ann = await newContact({ firstName: 'Ann', country: 'CZ' });
  const broken = await newDynamic('broken', { type: 'test.breaking' });
  const czech = await newDynamic('czech', inCountry('CZ'));
  expect(await members(broken)).toEqual([ann.id]);
  isBroken = true;
  const ben = await newContact({ firstName: 'Ben', country: 'CZ' });
  await settled();
  expect(await members(czech)).toEqual([ann.id, ben.id]);
  expect(await members(broken)).toEqual([ann.id]);
  const { body } = await site.http
    .get(`/contact-management/contact-groups/${broken.documentId}`)
    .auth(site.adminToken, { type: 'bearer' });
  expect(body.data).toMatchObject({ rebuildState: 'failed' });
  expect(body.data.problem).toMatch(/^The database could not answer it/);
});
