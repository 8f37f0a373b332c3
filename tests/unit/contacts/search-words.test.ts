import fc from 'fast-check';
import { foldText } from '../../../server/src/platform/fold-text';
import { queryWords, wordsOf } from '../../../server/src/modules/contacts/search/search-words';

const nobody = {
  firstName: null,
  middleName: null,
  lastName: null,
  companyName: null,
  email: null,
};

describe('folded text', () => {
  it.each([
    ['Žluťoučký KŮŇ', 'zlutoucky kun'],
    ['Łukasz Đorđe Øre Straße', 'lukasz dorde ore strasse'],
    ['İstanbul', 'istanbul'],
    ['Ｆｕｌｌ', 'full'],
    ['Иван Ёлкин', 'иван елкин'],
  ])('%j is %j', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it('does not change when it is folded again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text));
      })
    );
  });
});

/** Whether a search finds a contact: each word begins one of the contact's. */
const finds = (typed: string, contact: Partial<typeof nobody>) => {
  const words = wordsOf({ ...nobody, ...contact });
  return queryWords(typed).every((typedWord) => words.some((word) => word.startsWith(typedWord)));
};

describe('a search', () => {
  const anna = {
    firstName: 'Anna-Marie',
    lastName: "O'Brién",
    companyName: 'Acme, s.r.o.',
    email: 'a.brien+news@mail.acme.co.uk',
  } as never;

  it.each([
    ...['anna', 'ANNA-M', 'marie', 'obrien', "o'brien", 'anna obri', 'acme', 's.r.o', 'anna, acme'],
    ...['a.brien', 'a.brien+news@mail', 'brien', 'news', 'mail.acme', 'acme.co', 'acme.co.uk'],
  ])('for %j finds the contact', (typed) => {
    expect(finds(typed, anna)).toBe(true);
  });

  it.each(['nna', 'anna smith', 'uk', 'brien@mail', 'acme.com'])(
    'for %j does not find it',
    (typed) => {
      expect(finds(typed, anna)).toBe(false);
    }
  );

  it('leaves out words that another one implies', () => {
    expect(queryWords('an anna ann')).toEqual(['anna']);
  });

  it('finds a contact by every beginning of its name', () => {
    const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(name, name, (firstName, lastName) => {
        expect(finds(`${firstName} ${lastName}`, { firstName, lastName } as never)).toBe(true);
      })
    );
  });

  it('has no words for nothing', () => {
    expect(queryWords(' - \u0000 ')).toEqual([]);
    expect(wordsOf(nobody)).toEqual([]);
  });
});
