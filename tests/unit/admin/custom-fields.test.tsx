/** The site's own fields in the admin: on the card, in columns and filters, in the settings. */
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { AccountView } from '../../../server/src/modules/accounts/contract';
import { cellOf as accountCell } from '../../../admin/src/modules/accounts/list/cells';
import {
  parseListState as parseAccounts,
  toFilterQuery as accountQuery,
  toSearch as accountSearch,
  toViewQuery as accountView,
  withoutFilter as withoutAccountFilter,
} from '../../../admin/src/modules/accounts/list/list-state';
import { cellOf } from '../../../admin/src/modules/contacts/list/cells';
import {
  hasFilters,
  parseListState,
  toListQuery,
  toSearch,
  withoutFilter,
} from '../../../admin/src/modules/contacts/list/list-state';
import {
  toChange,
  toFormErrors,
  toFormValues,
  toGroups,
} from '../../../admin/src/modules/contacts/profile/profile-fields';
import {
  emptyDraft,
  toRequest,
  type Draft,
} from '../../../admin/src/shared/custom-fields/field-draft';
import { moved } from '../../../admin/src/shared/custom-fields/field-order';
import { OptionsInput } from '../../../admin/src/shared/custom-fields/options-input';
import { readField, toNested } from '../../../admin/src/shared/fields/field-value';
import {
  ownFilterOf,
  ownParts,
  withOwn,
  type OwnField,
} from '../../../admin/src/shared/own-filters/own-field';
import { OwnFilterEditor } from '../../../admin/src/shared/own-filters/own-filter-editor';
import { toCode } from '../../../admin/src/shared/to-code';
import type { ContactDetail, ContactView } from '../../../server/src/modules/contacts/contract';
import type { FieldDescription } from '../../../server/src/platform/fields/contract';
import { intl, renderInAdmin, t } from './support';

const custom = (
  code: string,
  part: Partial<FieldDescription> & { section?: string; kind?: 'multiSelect' | 'select' } = {}
): FieldDescription => {
  const { section = null, kind = 'text', ...others } = part;
  const options = [{ value: 'gold', label: 'Gold plan' }];
  return {
    name: `customFields.${code}`,
    type: 'string',
    label: code,
    required: false,
    core: false,
    editable: true,
    sortable: false,
    filterable: true,
    listable: true,
    editor: 'plain',
    group: 'custom',
    custom: { kind, help: null, section, options, defaultValue: null },
    ...others,
  };
};

describe('a value', () => {
  it('is read by the name of the catalogue, and never from what every object has', () => {
    const contact = { email: 'a@b.test', customFields: { tier: 'gold' } };
    expect(readField(contact, 'email')).toBe('a@b.test');
    expect(readField(contact, 'customFields.tier')).toBe('gold');
    expect(readField(contact, 'customFields.toString')).toBeUndefined();
    expect(readField(contact, 'constructor')).toBeUndefined();
    expect(readField({ customFields: null }, 'customFields.tier')).toBeUndefined();
  });

  it('is sent inside of customFields, without those that did not change', () => {
    const fields = [custom('tier'), custom('size')];
    const contact = { customFields: { tier: 'gold', size: 4 } } as unknown as ContactDetail;
    const initial = toFormValues(contact, fields);
    expect(initial).toEqual({ customFields: { tier: 'gold', size: 4 } });
    const changed = toNested([
      ['customFields.tier', ''],
      ['customFields.size', 4],
    ]);
    expect(toChange(changed, initial, fields).data).toEqual({ customFields: { tier: null } });
  });

  it('that is refused is said at its field', () => {
    expect(toFormErrors({ 'customFields.tier': 'No', email: 'Nor this' })).toEqual({
      customFields: { tier: 'No' },
      email: 'Nor this',
    });
  });

  it('of a choice shows the option’s name, or itself when the option is gone', () => {
    const cell = (value: unknown, kind: 'select' | 'multiSelect') => {
      const contact = { customFields: { tier: value } } as unknown as ContactView;
      renderInAdmin(<p>{cellOf(custom('tier', { kind }), { t, intl })(contact)}</p>);
    };
    cell('gold', 'select');
    expect(screen.getByText('Gold plan')).toBeInTheDocument();
    cell(['gold', 'gone'], 'multiSelect');
    expect(screen.getByText('Gold plan, gone')).toBeInTheDocument();
  });
});

it('puts fields under their sections, those without one first', () => {
  const fields = [
    custom('a', { section: 'Loyalty' }),
    custom('b'),
    custom('c', { section: 'Loyalty' }),
  ];
  expect(toGroups(fields).map(({ section, fields: members }) => [section, members.length])).toEqual(
    [
      [null, 1],
      ['Loyalty', 2],
    ]
  );
});

describe('a filter by an own field', () => {
  const parse = (search: string) => parseListState(new URLSearchParams(search));
  const address =
    'state=client&customFields.tier=gold%2Csilver&field.shoeSize.from=40&customFields.from.empty=true';

  it('stands in the address and in the question to the server', () => {
    const state = parse(address);
    expect(toSearch(state).toString()).toBe(address);
    expect(toListQuery(state)).toMatchObject({
      state: 'client',
      'customFields.tier': 'gold,silver',
      'field.shoeSize.from': '40',
    });
    expect(hasFilters(parse('field.shoeSize.from=40'))).toBe(true);
  });

  it.each([
    ['customFields.tier', 'customFields.tier'],
    ['customFields.from', 'customFields.from'],
    ['customFields.from.to', 'customFields.from'],
    ['field.shoeSize.empty', 'field.shoeSize'],
    ['state', null],
    ['customFields', null],
    ['field.a.b', null],
    ['other.tier', null],
  ])('%s is about %s', (parameter, name) => {
    expect(ownFilterOf(parameter)).toBe(name);
  });

  it('is replaced and taken away as a whole, and starts at the first page', () => {
    const state = { ...parse(address), cursor: 'abc' };
    const changed = withOwn(state, 'field.shoeSize', { to: '45', from: '' });
    expect(ownParts(changed, 'field.shoeSize')).toEqual({ to: '45' });
    expect(changed.cursor).toBeNull();
    expect(Object.keys(withoutFilter(changed, 'field.shoeSize').own)).toEqual([
      'customFields.tier',
      'customFields.from.empty',
    ]);
  });

  it.each<[OwnField['way'], string, object]>([
    ['options', 'Gold plan', { is: 'gold' }],
    ['boolean', 'Yes', { is: 'true' }],
    ['text', 'Not empty', { empty: 'false' }],
    ['number', 'Empty', { empty: 'true' }],
  ])('of %s is chosen by clicking %s', async (way, click, parts) => {
    const onChange = jest.fn();
    const options = [{ value: 'gold', label: 'Gold plan' }];
    renderInAdmin(
      <OwnFilterEditor
        field={{ name: 'customFields.tier', label: 'Tier', way, options }}
        parts={{}}
        onChange={onChange}
      />
    );
    await userEvent.click(screen.getByText(click));
    expect(onChange).toHaveBeenCalledWith(parts);
  });

  it('of text is asked once it is typed', async () => {
    const onChange = jest.fn();
    const field: OwnField = { name: 'field.motto', label: 'Motto', way: 'text', options: [] };
    renderInAdmin(<OwnFilterEditor field={field} parts={{}} onChange={onChange} />);
    await userEvent.type(screen.getByLabelText('Starts with'), 'carpe{Enter}');
    expect(onChange).toHaveBeenCalledTimes(1);
    expect(onChange).toHaveBeenCalledWith({ is: 'carpe' });
  });
});

describe('a filter of the account list by an own field', () => {
  const parse = (search: string) => parseAccounts(new URLSearchParams(search));
  const address = 'status=vip&customFields.berth=north&field.seats.from=4';

  it('stands in the address, in the question to the server and in a saved view', () => {
    const state = parse(`${address}&nosuch=1`);
    expect(accountSearch(state).toString()).toBe(address);
    expect(accountQuery(state)).toEqual({
      status: 'vip',
      'customFields.berth': 'north',
      'field.seats.from': '4',
    });
    expect(accountView(state, ['owner'])).toMatchObject({
      'customFields.berth': 'north',
      columns: 'owner',
    });
  });

  it('is taken away as a whole, and the others stay', () => {
    const state = { ...parse(address), cursor: 'abc' };
    expect(accountSearch(withoutAccountFilter(state, 'field.seats')).toString()).toBe(
      'status=vip&customFields.berth=north'
    );
    expect(accountSearch(withoutAccountFilter(state, 'status')).toString()).toBe(
      'customFields.berth=north&field.seats.from=4'
    );
  });
});

it('a choice on an account shows the option’s name', () => {
  const account = { customFields: { tier: 'gold' } } as unknown as AccountView;
  renderInAdmin(<p>{accountCell(custom('tier', { kind: 'select' }), { t, intl })(account)}</p>);
  expect(screen.getByText('Gold plan')).toBeInTheDocument();
});

describe('a field in the settings', () => {
  it.each([
    ['Shoe size (EU)', 'shoe_size_eu'],
    ['Živnost č. 1', 'zivnost_c_1'],
    ['1st visit', 'st_visit'],
    ['???', ''],
  ])('called %s has the code %s', (name, code) => {
    expect(toCode(name, '_')).toBe(code);
  });

  it.each(['contact', 'account'] as const)('is made for a %s when that is shown', (entity) => {
    expect(toRequest({ ...emptyDraft(entity), displayName: 'Tier', name: 'tier' })).toMatchObject({
      entity,
      name: 'tier',
      kind: 'text',
    });
  });

  it('gives new options codes of their own, and keeps those of old ones', () => {
    const draft: Draft = {
      entity: 'contact',
      name: 'tier',
      displayName: 'Tier',
      help: ' ',
      kind: 'select',
      required: false,
      defaultValue: null,
      section: '',
      options: [
        { value: 'gold', label: 'Golden' },
        { value: '', label: 'Gold' },
        { value: '', label: '  ' },
        { value: '', label: '金' },
      ],
    };
    expect(toRequest(draft)).toMatchObject({
      help: null,
      section: null,
      options: [
        { value: 'gold', label: 'Golden' },
        { value: 'gold_2', label: 'Gold' },
        { value: 'option', label: '金' },
      ],
    });
    expect(toRequest({ ...draft, kind: 'text' }).options).toEqual([]);
  });

  it.each([
    ['b', -1, ['b', 'a', 'c']],
    ['b', 1, ['a', 'c', 'b']],
    ['a', -1, ['a', 'b', 'c']],
    ['c', 1, ['a', 'b', 'c']],
  ] as const)('%s moved by %d gives %j', (id, by, order) => {
    expect(moved(['a', 'b', 'c'], id, by)).toEqual(order);
  });

  it('has its options edited line by line', async () => {
    const onChange = jest.fn();
    const options = [{ value: 'gold', label: 'Gold' }];
    renderInAdmin(<OptionsInput options={options} error={undefined} onChange={onChange} />);
    await userEvent.type(screen.getByRole('textbox', { name: 'Option 1' }), '!');
    expect(onChange).toHaveBeenCalledWith([{ value: 'gold', label: 'Gold!' }]);
    await userEvent.click(screen.getByRole('button', { name: 'Add option' }));
    expect(onChange).toHaveBeenLastCalledWith([...options, { value: '', label: '' }]);
    await userEvent.click(screen.getByRole('button', { name: 'Remove option 1' }));
    expect(onChange).toHaveBeenLastCalledWith([]);
  });
});
