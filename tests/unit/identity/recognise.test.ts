import { recognise } from '../../../server/src/modules/identity/recognise';

const ann = { contactId: 1 };
const bob = { contactId: 2, monitored: true };
const unmonitored = { contactId: 3, monitored: false };
const anonymous = { ...ann, known: false };
const known = { ...ann, known: true };

describe('recognising who an e-mail belongs to', () => {
  it.each([
    [
      'an unknown e-mail names an anonymous visitor',
      { visitor: anonymous, owner: null },
      { action: 'promote', contactId: 1 },
    ],
    [
      'a known e-mail joins the anonymous history to its owner',
      { visitor: anonymous, owner: bob },
      { action: 'merge', from: 1, into: 2 },
    ],
    [
      'the same e-mail again changes nothing',
      { visitor: known, owner: { ...ann, monitored: false } },
      { action: 'keep', contactId: 1 },
    ],
    [
      'another e-mail of a known visitor leaves the first contact alone',
      { visitor: known, owner: bob },
      { action: 'switch', to: 2, reason: 'different-email' },
    ],
    [
      'a new e-mail of a known visitor makes a new contact',
      { visitor: known, owner: null },
      { action: 'switch', to: 'new', reason: 'different-email' },
    ],
    [
      'a claim does not join somebody who is not to be tracked',
      { visitor: anonymous, owner: unmonitored },
      { action: 'hide', contactId: 1, reason: 'not-monitored' },
    ],
    [
      'a known visitor that claims somebody who is not to be tracked leaves their own contact',
      { visitor: known, owner: unmonitored },
      { action: 'hide', contactId: 'new', reason: 'not-monitored' },
    ],
    [
      'proof joins whoever is not to be tracked, too',
      { visitor: anonymous, owner: unmonitored, proven: true },
      { action: 'merge', from: 1, into: 3 },
    ],
  ])('%s', (_name, claim, recognition) => {
    expect(recognise({ proven: false, ...claim })).toEqual(recognition);
  });
});
