import fc from 'fast-check';
import { normalizeContact } from '../../../server/src/modules/contacts/normalize-contact';
import { traitsToContact } from '../../../server/src/modules/contacts/traits-to-contact';

describe('traits', () => {
  it('are understood in the spellings that sites and Segment use', () => {
    const expected = { firstName: 'Ann', lastName: 'Novak', jobTitle: 'CEO', companyName: 'Acme' };
    const spellings = [
      { firstName: 'Ann', lastName: 'Novak', jobTitle: 'CEO', companyName: 'Acme' },
      { first_name: 'Ann', last_name: 'Novak', job_title: 'CEO', company_name: 'Acme' },
      { first_name: 'Ann', surname: 'Novak', title: 'CEO', company: { name: 'Acme', id: 1 } },
      { name: 'Ann Novak', position: 'CEO', company: 'Acme' },
      { 'First Name': 'Ann', LASTNAME: 'Novak', 'job-title': 'CEO', organization: 'Acme' },
    ];
    for (const traits of spellings) {
      expect(traitsToContact(traits)).toEqual({ data: expected, problems: [] });
    }
  });

  it('bring an address, a number and the rest', () => {
    const { data, problems } = traitsToContact({
      email: ' Ann@Site.test',
      phone: '777 123 456',
      address: { street: 'Main 1', city: 'Brno', postalCode: 60200, state: 'JM', country: 'cz' },
      birthday: '1990-12-31T00:00:00.000Z',
      gender: 'F',
      locale: 'cs-CZ',
      website: 'acme.test',
    });
    expect(problems).toEqual([]);
    expect(data).toEqual({
      email: 'ann@site.test',
      phone: '+420777123456',
      phoneUnreadable: false,
      addressLine1: 'Main 1',
      city: 'Brno',
      postalCode: '60200',
      region: 'JM',
      country: 'CZ',
      birthday: '1990-12-31',
      gender: 'female',
      language: 'cs-CZ',
      website: 'https://acme.test',
    });
  });

  it.each([
    ['the state', { state: 'client' }],
    ['the kind', { kind: 'anonymous' }],
    ['the owner', { owner: 1 }],
    ['the consent', { subscription: 'subscribed', monitored: true }],
    ['the score', { score: 100 }],
    ['ids', { id: 1, documentId: 'x', externalId: 'y', external_id: 'z' }],
    ['a time', { createdAt: '2026-01-01', lastActivityAt: '2026-01-01' }],
    ['a prototype', JSON.parse('{"__proto__": {"firstName": "Eve"}}')],
    ['inherited properties', Object.create({ firstName: 'Eve' })],
    ['an array', [{ firstName: 'Eve' }]],
    ['text', 'firstName'],
    ['nothing', null],
  ])('cannot set %s', (_what, traits) => {
    expect(traitsToContact(traits)).toEqual({ data: {}, problems: [] });
    expect(({} as { firstName?: string }).firstName).toBeUndefined();
  });

  it.each([
    ['email', 'ann', 'email is not an e-mail address'],
    ['firstName', 'a'.repeat(256), 'firstName is longer than 255 characters'],
    ['firstName', { toString: 'Ann' }, 'firstName must be text'],
    ['lastName', true, 'lastName must be text'],
    ['country', 'Czechia', 'country is longer than 2 characters'],
    ['country', 'XX', 'country is not an ISO 3166-1 alpha-2 code'],
    ['birthday', '2026-02-30', 'birthday is not a date such as 1990-12-31'],
    ['birthday', '0000-01-01', 'birthday is not a date such as 1990-12-31'],
    ['birthday', 'yesterday', 'birthday is not a date such as 1990-12-31'],
    ['gender', 'robot', 'gender is none of female, male, other'],
    ['website', 'javascript:alert(1)', 'website is not a web address'],
    ['website', `a.test/${'a'.repeat(2_040)}`, 'website is longer than 2048 characters'],
  ])('leave out %s %j and say why', (field, value, message) => {
    expect(traitsToContact({ [field]: value, city: 'Brno' })).toEqual({
      data: { city: 'Brno' },
      problems: [{ field, message }],
    });
  });

  it('lose control characters', () => {
    expect(traitsToContact({ firstName: 'An\u0000n\r\nX' }).data.firstName).toBe('An n X');
  });

  it('are ready to be stored, whatever was sent', () => {
    const key = fc.constantFrom('email', 'phone', 'country', 'website', 'name', 'birthday', 'city');
    fc.assert(
      fc.property(fc.dictionary(key, fc.anything()), (traits) => {
        const { data } = traitsToContact(traits);
        const stored = normalizeContact(data, null, new Date());
        expect(stored.problems).toEqual([]);
        expect(stored.data).toMatchObject(data);
      })
    );
  });
});
