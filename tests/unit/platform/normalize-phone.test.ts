import fc from 'fast-check';
import { normalizePhone } from '../../../server/src/platform/normalize-phone';

describe('a telephone number', () => {
  it.each([
    ['+420 777 123 456', null, '+420777123456'],
    ['777 123 456', 'CZ', '+420777123456'],
    ['(0)30 901820', 'DE', '+4930901820'],
    // An international prefix outweighs the contact's country.
    ['+49 30 901820', 'CZ', '+4930901820'],
  ])('%j in %j is kept as %j', (typed, country, number) => {
    expect(normalizePhone(typed, country)).toEqual({ number, unreadable: false });
  });

  it.each([
    ['777 123 456', null],
    ['call me', 'CZ'],
    ['12', 'CZ'],
    ['+420 777 123 456 ext. 12', 'CZ'],
    // Antarctica has no numbering plan.
    ['777 123 456', 'AQ'],
  ])('%j in %j stands as it was typed', (typed, country) => {
    expect(normalizePhone(typed, country)).toEqual({ number: typed, unreadable: true });
  });

  it('is spelt the same when it is normalised twice', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('CZ', 'US', 'XX', null), (typed, country) => {
        const once = normalizePhone(typed, country);
        expect(normalizePhone(once.number, country)).toEqual(once);
      })
    );
  });
});
