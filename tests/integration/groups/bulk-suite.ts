/** Many contacts put in a group, taken out of it or made members of an account, and all of that undone. */
import { adminWith } from '../../support/admin-roles';
import { accountsOf } from '../../support/accounts';
import { bulkOf } from '../../support/bulk';
import type { Entry } from '../../support/documents';
import { groupsOf, type Place } from '../../support/groups';
import type { TestSite } from '../../support/strapi';

const ids = (...entries: Entry[]) => entries.map(({ documentId }) => documentId);
const BY_HAND: Place = { byAccount: false, byHand: true, excluded: false };

export const bulkSuite = (site: () => TestSite) => {
  const on = () => ({ ...accountsOf(site()), ...groupsOf(site()) });
  const { admin, bulk, undo, batchOf } = bulkOf(site);
  let teams = 0;
  /** Three contacts whom a search for their team finds. */
  const team = async () => {
    teams += 1;
    const companyName = `Bulkteam${teams}`;
    const people: Entry[] = [];
    for (const firstName of ['Ann', 'Bob', 'Eve']) {
      people.push(await on().newContact({ firstName, companyName }));
    }
    const [ann, bob, eve] = people as [Entry, Entry, Entry];
    return { ann, bob, eve, matching: { filter: { q: companyName.toLowerCase() } } };
  };
  const add = (group: Entry, ...contacts: Entry[]) =>
    on()
      .service()
      .add(group.documentId, { contacts: ids(...contacts) });
  const joining = (group: Entry, selection: object) => ({
    action: 'add-to-group',
    value: group.documentId,
    selection,
  });
  const leaving = (group: Entry, selection: object) => ({
    ...joining(group, selection),
    action: 'remove-from-group',
  });
  const newGroup = (name: string) => on().newGroup(name, { displayName: name.toUpperCase() });

  describe('to a group', () => {
    it('comes everything that matches; undo takes out only who came with it', async () => {
      const group = await newGroup('bulk-in');
      const { ann, bob, eve, matching } = await team();
      await add(group, ann);
      const { batchId, job } = await bulk(joining(group, matching));
      expect(job).toMatchObject({ done: 3, total: 3 });
      expect(await batchOf(batchId)).toMatchObject({ label: 'BULK-IN', changed: 2, canUndo: true });
      expect(await on().members(group)).toEqual([ann.id, bob.id, eve.id]);
      expect(await on().size(group)).toBe(3);
      expect((await undo(batchId)).result).toMatchObject({ restored: 2, changed: 0, gone: 0 });
      expect(await on().members(group)).toEqual([ann.id]);
      expect(await on().size(group)).toBe(1);
    });

    it('nobody comes back who left since, and nobody who is gone', async () => {
      const group = await newGroup('bulk-since');
      const { ann, bob, eve, matching } = await team();
      const { batchId } = await bulk(joining(group, matching));
      await on()
        .service()
        .remove(group.documentId, { contacts: ids(ann) });
      await site().strapi.db.getConnection('cm_contacts').where('id', bob.id).delete();
      expect((await undo(batchId)).result).toMatchObject({ restored: 1, changed: 1, gone: 1 });
      expect(await on().place(group, eve)).toBeNull();
    });

    it('an excluded contact comes only when its exclusion is taken back', async () => {
      const group = await newGroup('bulk-out');
      const { ann } = await team();
      await on().service().exclude(group.documentId, ids(ann));
      const { batchId } = await bulk(joining(group, { documentIds: ids(ann) }));
      expect(await on().place(group, ann)).toEqual({ ...BY_HAND, excluded: true });
      expect(await on().size(group)).toBe(0);
      await undo(batchId);
      expect(await on().place(group, ann)).toEqual({ ...BY_HAND, byHand: false, excluded: true });
    });
  });

  describe('from a group', () => {
    it('goes who is in by hand; who is in by an account stays, and undo brings both back', async () => {
      const group = await newGroup('bulk-leave');
      const { ann, bob, matching } = await team();
      const acme = await on().newAccount('Acme');
      await on().join(acme, bob);
      await add(group, ann, bob);
      await on()
        .service()
        .add(group.documentId, { accounts: ids(acme) });
      const { batchId } = await bulk(leaving(group, matching));
      expect(await batchOf(batchId)).toMatchObject({ changed: 2 });
      expect(await on().members(group)).toEqual([bob.id]);
      expect((await undo(batchId)).result).toMatchObject({ restored: 2 });
      expect(await on().place(group, ann)).toEqual(BY_HAND);
      expect(await on().place(group, bob)).toEqual({ ...BY_HAND, byAccount: true });
    });

    it('who was put back by hand since stays', async () => {
      const group = await newGroup('bulk-again');
      const { ann, bob } = await team();
      await add(group, ann, bob);
      const { batchId } = await bulk(leaving(group, { documentIds: ids(ann, bob) }));
      await add(group, ann);
      expect((await undo(batchId)).result).toMatchObject({ restored: 1, changed: 1 });
    });

    it('nobody is put back once it is deleted', async () => {
      const group = await newGroup('bulk-gone');
      const { ann } = await team();
      await add(group, ann);
      const { batchId } = await bulk(leaving(group, { documentIds: ids(ann) }));
      await on().documents.delete({ documentId: group.documentId });
      expect((await undo(batchId)).result).toMatchObject({ restored: 0, gone: 1 });
    });
  });

  describe('of groups and accounts', () => {
    it('asks for the right to change groups, and not for the right to edit contacts', async () => {
      const group = await newGroup('bulk-may');
      const { ann } = await team();
      const request = joining(group, { documentIds: ids(ann) });
      const marketer = await adminWith(site(), 'contacts.read', 'groups.write');
      const reader = await adminWith(site(), 'contacts.read', 'contacts.update');
      await admin('post', '/contacts/bulk', request, reader).expect(403);
      const state = { action: 'state', value: 'client', selection: request.selection };
      await admin('post', '/contacts/bulk', state, marketer).expect(403);
      const { batchId } = await bulk(request, marketer);
      await admin('post', `/bulk-batches/${batchId}/undo`, undefined, reader).expect(403);
      await undo(batchId, marketer);
      expect(await on().members(group)).toEqual([]);
    });

    it.each([
      ['add-to-group', 'nothing', /no such group/],
      ['remove-from-group', 7, /no such group/],
      ['add-to-account', 'nothing', /must hold an account/],
      ['add-to-account', { account: 'nothing' }, /no such account/],
    ])('refuses %s with %j', async (action, value, sentence) => {
      const request = { action, value, selection: { documentIds: ['x'] } };
      const { body } = await admin('post', '/contacts/bulk', request).expect(400);
      expect(body.error.message).toMatch(sentence);
    });

    it('undoing a deletion puts contacts back in the groups that are still there', async () => {
      const [stays, goes] = [await newGroup('bulk-stays'), await newGroup('bulk-goes')];
      const { ann, bob } = await team();
      await add(stays, ann, bob);
      await add(goes, ann);
      const deletion = { action: 'delete', selection: { documentIds: ids(ann) } };
      const { batchId } = await bulk(deletion);
      expect(await on().size(stays)).toBe(1);
      await on().documents.delete({ documentId: goes.documentId });
      await undo(batchId);
      expect(await on().members(stays)).toEqual([ann.id, bob.id]);
      expect(await on().size(stays)).toBe(2);
      expect(await on().members(goes)).toEqual([]);
    });
  });

  describe('to an account', () => {
    const belonging = (account: Entry, role: Entry | null, selection: object) => ({
      action: 'add-to-account',
      value: { account: account.documentId, role: role?.documentId ?? null },
      selection,
    });
    const rolesIn = async (account: Entry) => {
      const found = await on().memberships.findMany({
        filters: { account: account.id },
        populate: ['contact', 'role'],
        sort: 'id',
      });
      return found.map(({ contact, role }) => [
        (contact as Entry).firstName,
        (role as Entry | null)?.name ?? null,
      ]);
    };

    it('comes everything that matches, with a role; who belongs to it stays as they are', async () => {
      const [acme, buyer] = [await on().newAccount('Bulk Acme'), await on().newRole('bulk-buyer')];
      const group = await newGroup('bulk-account');
      await on()
        .service()
        .add(group.documentId, { accounts: ids(acme) });
      const { ann, bob, matching } = await team();
      await on().join(acme, bob, { until: '2020-01-01' });
      const { batchId } = await bulk(belonging(acme, buyer, matching));
      expect(await batchOf(batchId)).toMatchObject({
        label: 'Bulk Acme · bulk-buyer',
        changed: 2,
      });
      expect(await rolesIn(acme)).toEqual([
        ['Bob', null],
        ['Ann', 'bulk-buyer'],
        ['Eve', 'bulk-buyer'],
      ]);
      expect(await on().place(group, ann)).toEqual({ ...BY_HAND, byHand: false, byAccount: true });
      const [membership] = await on().memberships.findMany({ filters: { contact: ann.id } });
      await on().memberships.update({
        documentId: String(membership?.documentId),
        data: { jobTitle: 'Head of buying' },
      });
      expect((await undo(batchId)).result).toMatchObject({ restored: 1, changed: 1 });
      expect(await rolesIn(acme)).toEqual([
        ['Bob', null],
        ['Ann', 'bulk-buyer'],
      ]);
      expect(await on().size(group)).toBe(1);
    });

    it('refuses a role that does not exist', async () => {
      const acme = await on().newAccount('Bulk Beta');
      const request = belonging(acme, { id: 0, documentId: 'none' }, { documentIds: ['x'] });
      const { body } = await admin('post', '/contacts/bulk', request).expect(400);
      expect(body.error.message).toMatch(/no such role/);
    });
  });
};
