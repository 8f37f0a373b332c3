/** Who sees what, decided without a database. */
import fc from 'fast-check';
import {
  arrange,
  choose,
  type Answers,
} from '../../../server/src/modules/personalisation/audience/choose';
import type { Audience } from '../../../server/src/modules/personalisation/contract';
import type { Condition } from '../../../server/src/modules/conditions';

const condition: Condition = { type: 'group', group: 'vip' };
const answers = (given: Partial<Answers> = {}): Answers => ({
  groups: new Set(['vip']),
  askable: new Set(['vip', 'press']),
  matches: () => false,
  seed: null,
  ...given,
});
const reasons = (audiences: (Audience | null)[], given: Partial<Answers> = {}) =>
  choose(audiences, answers(given)).map(({ reason }) => reason);
const split = (from: number, to: number) => ({ name: 'spring', variant: 'a', from, to });

describe('a visitor', () => {
  it('sees what is for everybody, for its group, or for what it matches', () => {
    expect(reasons([null, { groups: ['press', 'vip'] }, { groups: ['press'] }])).toEqual([
      'everybody',
      'meant',
      'not-meant',
    ]);
    expect(reasons([{ condition }, { groups: ['press'], condition }])).toEqual([
      'not-meant',
      'not-meant',
    ]);
    expect(reasons([{ groups: ['press'], condition }], { matches: () => true })).toEqual(['meant']);
  });

  it('does not see what leaves it out, nor what nobody can tell of', () => {
    expect(reasons([{ groups: ['vip'], match: 'none' }])).toEqual(['not-meant']);
    expect(reasons([{ groups: ['press'], match: 'none' }])).toEqual(['meant']);
    expect(reasons([{ groups: ['gone'], match: 'none' }])).toEqual(['not-meant']);
    expect(reasons([{ condition, match: 'none' }], { matches: () => null })).toEqual(['not-meant']);
  });

  it('sees the fallback of a slot where nothing else of it is meant', () => {
    const audiences = [{ groups: ['vip'] }, { fallback: true }, { fallback: true, slot: 'foot' }];
    expect(reasons(audiences)).toEqual(['meant', 'other-shown', 'fallback']);
    expect(reasons(audiences, { groups: new Set() })).toEqual([
      'not-meant',
      'fallback',
      'fallback',
    ]);
  });

  it('sees what everybody sees, first when it is meant for it', () => {
    const audiences: Audience[] = [
      { groups: ['press'], always: true, priority: 5 },
      { groups: ['vip'], always: true, priority: 5 },
      { fallback: true },
    ];
    expect(choose(audiences, answers())).toEqual([
      { shown: true, reason: 'everybody', priority: 0 },
      { shown: true, reason: 'meant', priority: 5 },
      { shown: true, reason: 'fallback', priority: 0 },
    ]);
  });

  it('sees its arm of a split, and without a key the fallback', () => {
    const arms = [{ split: split(0, 100) }, { split: split(0, 0.0001), fallback: true }];
    expect(reasons(arms, { seed: 1 })).toEqual(['meant', 'other-shown']);
    expect(reasons(arms)).toEqual(['not-meant', 'fallback']);
  });
});

describe('what is shown', () => {
  it('is ordered by priority, and otherwise stays as it was', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -3, max: 3 })), (priorities) => {
        const items = priorities.map((priority, index) => ({ priority, index }));
        const verdicts = choose(
          priorities.map((priority) => ({ priority })),
          answers()
        );
        const arranged = arrange(items, verdicts);
        const sorted = [...items].sort((a, b) => b.priority - a.priority || a.index - b.index);
        expect(arranged).toEqual(sorted);
      })
    );
  });
});
