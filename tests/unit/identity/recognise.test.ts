import { recognise } from '../../../server/src/modules/identity/recognise';

const ann = { contactId: 1 };
const bob = { contactId: 2 };

describe('recognising who an e-mail belongs to', () => {
  it.each([
    [
      'an unknown e-mail names an anonymous visitor',
      { visitor: { ...ann, known: false }, owner: null },
      { action: 'promote', contactId: 1 },
    ],
    [
      'a known e-mail joins the anonymous history to its owner',
      { visitor: { ...ann, known: false }, owner: bob },
      { action: 'merge', from: 1, into: 2 },
    ],
    [
      'the same e-mail again changes nothing',
      { visitor: { ...ann, known: true }, owner: ann },
      { action: 'keep', contactId: 1 },
    ],
    [
      'another e-mail of a known visitor leaves the first contact alone',
      { visitor: { ...ann, known: true }, owner: bob },
      { action: 'switch', to: 2, reason: 'different-email' },
    ],
    [
      'a new e-mail of a known visitor makes a new contact',
      { visitor: { ...ann, known: true }, owner: null },
      { action: 'switch', to: 'new', reason: 'different-email' },
    ],
  ])('%s', (_name, claim, recognition) => {
    expect(recognise(claim)).toEqual(recognition);
  });
});
