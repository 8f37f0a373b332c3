import {
  normalizeContact,
  type ContactData,
  type StoredContact,
} from '../../../server/src/modules/contacts/normalize-contact';

const NOW = new Date('2026-02-03T04:05:06Z');
const created = (given: ContactData) => normalizeContact(given, null, NOW);
const visitor: StoredContact = { kind: 'anonymous', state: 'other', email: null, country: null };
const changed = (given: ContactData, stored: Partial<StoredContact> = {}) =>
  normalizeContact(given, { ...visitor, ...stored }, NOW).data;

describe('a new contact', () => {
  it('is a known prospect unless it says otherwise', () => {
    expect(created({}).data).toEqual({ kind: 'known', state: 'prospect', identifiedAt: NOW });
    expect(created({ state: 'partner' }).data.state).toBe('partner');
  });

  it('is other while it is anonymous', () => {
    expect(created({ kind: 'anonymous' }).data).toEqual({ kind: 'anonymous', state: 'other' });
  });

  it('is known when it has an e-mail', () => {
    expect(created({ kind: 'anonymous', email: 'ann@site.test' }).data).toMatchObject({
      kind: 'known',
      state: 'prospect',
      identifiedAt: NOW,
    });
  });
});

describe('an anonymous contact', () => {
  it('becomes a known prospect by its e-mail', () => {
    expect(changed({ email: 'Ann@Site.test' })).toEqual({
      email: 'ann@site.test',
      kind: 'known',
      state: 'prospect',
      identifiedAt: NOW,
    });
  });

  it('becomes a prospect even when a form sends its old kind and state along', () => {
    expect(changed({ email: 'ann@site.test', kind: 'anonymous', state: 'other' })).toMatchObject({
      kind: 'known',
      state: 'prospect',
    });
  });

  it('keeps a state that was chosen, before or with the e-mail', () => {
    expect(changed({ email: 'ann@site.test' }, { state: 'partner' }).state).toBe('partner');
    expect(changed({ email: 'ann@site.test', state: 'client' }).state).toBe('client');
  });

  it('stays as it is when something else changes', () => {
    expect(changed({ city: 'Brno' })).toEqual({ city: 'Brno' });
  });
});

describe('a known contact', () => {
  const known: StoredContact = { kind: 'known', state: 'client', email: 'a@b.cz', country: 'CZ' };

  it('cannot become anonymous while it has an e-mail', () => {
    expect(normalizeContact({ kind: 'anonymous' }, known, NOW).data.kind).toBe('known');
    expect(normalizeContact({ kind: 'anonymous', email: null }, known, NOW).data.kind).toBe(
      'anonymous'
    );
  });

  it('keeps its state and the time it became known', () => {
    expect(normalizeContact({ firstName: 'Ann' }, known, NOW).data).toEqual({ firstName: 'Ann' });
  });

  it('has its numbers read in its country', () => {
    expect(normalizeContact({ phone: '777123456' }, known, NOW).data).toEqual({
      phone: '+420777123456',
      phoneUnreadable: false,
    });
    expect(normalizeContact({ phone: '030 901820', country: 'de' }, known, NOW).data.phone).toBe(
      '+4930901820'
    );
    expect(normalizeContact({ phone: '' }, known, NOW).data).toEqual({
      phone: null,
      phoneUnreadable: false,
    });
  });
});

describe('the fields of a contact', () => {
  it.each([
    ['state', 'Customer', 'client'],
    ['country', ' cz ', 'CZ'],
    ['externalId', ' 42 ', '42'],
    ['externalId', '', null],
    ['email', '  ', null],
    ['website', 'acme.test', 'https://acme.test'],
    ['website', 'http://acme.test/a?b=c', 'http://acme.test/a?b=c'],
  ])('%s %j is kept as %j', (field, typed, kept) => {
    expect(created({ [field]: typed })).toMatchObject({ data: { [field]: kept }, problems: [] });
  });

  it.each([
    ['state', 'lead', '"lead" is not a state: prospect, partner, client or other'],
    ['country', 'Czechia', '"Czechia" is not a country code such as CZ (ISO 3166-1 alpha-2)'],
    ['country', 'XX', '"XX" is not a country code such as CZ (ISO 3166-1 alpha-2)'],
    ['email', 'ann', '"ann" is not an e-mail address'],
    ['website', 'javascript:alert(1)', '"javascript:alert(1)" is not a web address'],
    ['website', 'data:text/html,hi', '"data:text/html,hi" is not a web address'],
  ])('%s %j is refused with a sentence', (field, typed, message) => {
    expect(created({ [field]: typed }).problems).toEqual([{ field, message }]);
  });

  it('leaves values of a wrong type to Strapi', () => {
    expect(created({ email: 7, phone: {} })).toMatchObject({
      data: { email: 7, phone: {} },
      problems: [],
    });
  });
});
