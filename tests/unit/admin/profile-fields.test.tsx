import {
  toChange,
  toFormValues,
  toGroups,
} from '../../../admin/src/modules/contacts/profile/profile-fields';
import type { ContactDetail } from '../../../server/src/modules/contacts/contract';
import type { FieldDescription } from '../../../server/src/platform/fields/contract';

const field = (known: Partial<FieldDescription> & { name: string }): FieldDescription => ({
  type: 'string',
  label: known.name,
  required: false,
  core: true,
  editable: true,
  sortable: true,
  filterable: true,
  listable: true,
  editor: 'plain',
  group: 'person',
  ...known,
});

const fields = [
  field({ name: 'firstName' }),
  field({ name: 'state', group: 'contact' }),
  field({ name: 'preferences', type: 'json', core: false, group: 'custom' }),
  field({ name: 'photo', type: 'media', core: false, group: 'custom', editor: 'content-manager' }),
  field({ name: 'score', type: 'integer', editable: false, group: 'tracking' }),
];
const contact = {
  firstName: 'Ann',
  preferences: { a: 1 },
  photo: { id: 1 },
  score: 5,
} as unknown as ContactDetail;

it('groups the fields, the site’s own before what the plugin tracks', () => {
  expect(toGroups(fields).map(({ group }) => group)).toEqual(['person', 'custom', 'tracking']);
});

it('leaves to the header what is changed there', () => {
  const names = toGroups(fields).flatMap((group) => group.fields.map(({ name }) => name));
  expect(names).not.toContain('state');
});

it('holds only what a plain form can write back', () => {
  expect(Object.keys(toFormValues(contact, fields))).toEqual(['firstName', 'state', 'preferences']);
});

it('sends only what has changed', () => {
  const initial = toFormValues(contact, fields);
  expect(toChange({ ...initial, firstName: 'Eva' }, initial, fields).data).toEqual({
    firstName: 'Eva',
  });
});

it('sends an emptied field as null', () => {
  const initial = toFormValues(contact, fields);
  expect(toChange({ ...initial, firstName: '' }, initial, fields).data).toEqual({
    firstName: null,
  });
});

it('sends typed JSON as its value, and names the field whose text is none', () => {
  const initial = toFormValues(contact, fields);
  const change = (preferences: string) => toChange({ ...initial, preferences }, initial, fields);
  expect(change('{"b":2}').data).toEqual({ preferences: { b: 2 } });
  expect(change('{"b":').unreadable).toEqual(['preferences']);
});
