import fc from 'fast-check';
import { normalizeEmail } from '../../../server/src/platform/normalize-email';

describe('an e-mail address', () => {
  it.each([
    ['  Ann@Example.TEST ', 'ann@example.test'],
    ['ann@Bücher.de', 'ann@xn--bcher-kva.de'],
    ['ann@xn--bcher-kva.de', 'ann@xn--bcher-kva.de'],
    // The same letter, composed and not.
    ['jos\u00e9@site.test', 'jos\u00e9@site.test'],
    ['jose\u0301@site.test', 'jos\u00e9@site.test'],
    ['ann+news@site.test', 'ann+news@site.test'],
    ["o'brien@site.test", "o'brien@site.test"],
  ])('%j is kept as %j', (typed, kept) => {
    expect(normalizeEmail(typed)).toBe(kept);
  });

  it.each([
    '',
    ' ',
    'ann',
    'ann@',
    '@site.test',
    'ann@site',
    'ann@@site.test',
    'ann@127.0.0.1',
    'ann@site..test',
    'ann@site.test.',
    'ann@si te.test',
    'ann@s%69te.test',
    'ann@site.test/path',
    'ann@site\u00ad.test',
    'ann b@site.test',
    'ann\n@site.test',
    'Ann <ann@site.test>',
    `${'a'.repeat(65)}@site.test`,
    `ann@${'a.'.repeat(130)}test`,
  ])('%j is refused', (typed) => {
    expect(normalizeEmail(typed)).toBeNull();
  });

  it('is spelt the same when it is normalised twice', () => {
    const part = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
    const address = fc
      .tuple(part, part, fc.constantFrom('test', 'de', 'рф', 'COM'))
      .map(([local, host, top]) => `${local}@${host}.${top}`);
    fc.assert(
      fc.property(fc.oneof(fc.emailAddress(), address), (typed) => {
        const once = normalizeEmail(typed);
        if (once !== null) expect(normalizeEmail(once)).toBe(once);
      }),
      { numRuns: 2_000 }
    );
  });

  it('does not depend on case or surrounding space', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (typed) => {
        expect(normalizeEmail(` ${typed.toUpperCase()}\t`)).toBe(normalizeEmail(typed));
      })
    );
  });
});
