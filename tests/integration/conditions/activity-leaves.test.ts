/** Questions to what contacts did: the SQL that is run on each database, and whom it finds. */
import { ACTIVITY_FIELD_CASES } from '../../support/conditions/activity-field-cases';
import { ACTIVITY_CASES } from '../../support/conditions/activity-leaf-cases';
import { CONTENT_CASES } from '../../support/conditions/content-leaf-cases';
import { startConditionsSite } from '../../support/conditions/filled-site';
import { checkLeaf } from '../../support/conditions/leaf-cases';
import {
  addActivities,
  addEntries,
  addPeople,
  IN_TURN,
  SEEN,
  type People,
} from '../../support/conditions/leaf-world';
import { SEQUENCE_CASES } from '../../support/conditions/sequence-leaf-cases';
import type { TestSite } from '../../support/strapi';

let site: TestSite;
let people: People;
beforeAll(async () => {
  site = await startConditionsSite();
  people = await addPeople(site);
  await addActivities(site, people, [...IN_TURN, ...SEEN]);
  await addEntries(site);
});
afterAll(() => site.stop());

it.each([...ACTIVITY_CASES, ...ACTIVITY_FIELD_CASES, ...SEQUENCE_CASES, ...CONTENT_CASES])(
  '$type $asks',
  (asked) => checkLeaf(site, people, asked)
);
