/** Questions to where contacts are and what is stored of them: the SQL on each database, and whom it finds. */
import { ACCOUNT_ACTIVITY_CASES, ACCOUNT_CASES } from '../../support/conditions/account-leaf-cases';
import { checkLeaf } from '../../support/conditions/leaf-cases';
import * as world from '../../support/conditions/leaf-world';
import {
  CONSENT_CASES,
  GROUP_CASES,
  SCORE_CASES,
  TIME_CASES,
} from '../../support/conditions/stored-leaf-cases';
import { startSite, type TestSite } from '../../support/strapi';

let site: TestSite;
let people: world.People;
beforeAll(async () => {
  site = await startSite();
  people = await world.addPeople(site);
  await world.addActivities(site, people);
  await world.addAccounts(site, people);
  await world.addStored(site, people);
});
afterAll(() => site.stop());

it.each([
  ...[...ACCOUNT_CASES, ...ACCOUNT_ACTIVITY_CASES],
  ...[...GROUP_CASES, ...CONSENT_CASES, ...SCORE_CASES, ...TIME_CASES],
])('$type $asks', (asked) => checkLeaf(site, people, asked));
