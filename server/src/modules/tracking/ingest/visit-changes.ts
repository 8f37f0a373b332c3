/** What a batch of visits changed about whom, for what is worked out again: one entry for each contact. */
import type { Changes } from '../../../platform/recalculation/contract';
import {
  touchedFields,
  type NewContact,
  type ResolvedVisitor,
  type Sighting,
} from '../../identity';
import { newestOf, type Visit } from './visit';

interface Taken {
  visit: Visit;
  visitor: ResolvedVisitor;
  sighting: Sighting;
}

/** After `startVisits`, which tells whose visit starts. */
export const changesOfVisits = (
  taken: Taken[],
  newContacts: NewContact[]
): Map<number, Changes> => {
  const changed = new Map<number, Changes>();
  for (const { contact_id } of newContacts) changed.set(contact_id, { all: true });
  for (const { visit, visitor, sighting } of taken) {
    const before = changed.get(visitor.contactId) ?? {};
    const types = visit.events.map(({ type }) => type);
    const fields = touchedFields({ visitor, sighting, at: newestOf(visit) });
    const said = visit.tracking !== null && visit.tracking !== visitor.tracking;
    changed.set(visitor.contactId, {
      ...before,
      activities: [...(before.activities ?? []), ...types],
      fields: [...(before.fields ?? []), ...fields],
      consent: before.consent === true || said,
    });
  }
  return changed;
};
