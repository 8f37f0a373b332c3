import { EVERYBODY, parseFilter } from '../../../server/src/modules/contacts/list/contact-filter';

describe('a filter', () => {
  it('is nobody in particular when nothing is asked', () => {
    expect(parseFilter({})).toEqual(EVERYBODY);
    expect(parseFilter({ q: ' ', state: '', kind: ',' })).toEqual(EVERYBODY);
  });

  it('is read from a query string', () => {
    expect(
      parseFilter({
        q: 'Ann  NOVÁK',
        state: 'client,partner',
        country: 'cz,SK',
        status: 'vip',
        owner: '3,4',
        createdFrom: '2026-01-31T10:00:00.000Z',
        lastActivityTo: '2026-02-01',
      })
    ).toEqual({
      ...EVERYBODY,
      words: ['ann', 'novak'],
      state: ['client', 'partner'],
      country: ['CZ', 'SK'],
      status: ['vip'],
      owner: [3, 4],
      createdFrom: new Date('2026-01-31T10:00:00.000Z'),
      lastActivityTo: new Date('2026-02-01'),
    });
  });

  it('finds nobody, not everybody, when signs are searched for', () => {
    expect(parseFilter({ q: '%' }).words).toEqual(['%']);
    expect(parseFilter({ q: '"\u0000"' }).words).toEqual(['" "']);
  });

  it.each([
    ['a filter that there is not', { sate: 'client' }, 'There is no filter "sate"'],
    ['a prototype', JSON.parse('{"__proto__": {"state": "x"}}'), 'There is no filter "__proto__"'],
    ['no object', 'state=client', 'The filter must be an object'],
    ['a list', [], 'The filter must be an object'],
    ['a state that there is not', { state: 'client,lead' }, 'state[1] must be one of'],
    ['an operator', { state: { $ne: 'client' } }, 'state must be'],
    ['a country that is none', { country: 'Czechia' }, 'country[0] must be a country code'],
    ['SQL', { owner: '1; drop table cm_contacts' }, 'owner[0] must be a `number`'],
    ['a number too large', { owner: '99999999999' }, 'owner[0] must be less'],
    ['a zero character', { status: 'v\u0000ip' }, 'status[0] must match'],
    ['no date', { createdFrom: 'yesterday' }, 'createdFrom must be a `date`'],
    ['a date past all calendars', { createdTo: '+200000-01-01T00:00:00Z' }, 'createdTo field must'],
    ['a long search', { q: 'a'.repeat(201) }, 'q must be at most 200'],
  ])('refuses %s', (_what, query, message) => {
    expect(() => parseFilter(query)).toThrow(message);
  });
});
