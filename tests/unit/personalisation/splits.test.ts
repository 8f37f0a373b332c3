/** Where visitors stand in splits. */
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { VisitorKey } from '../../../server/src/modules/identity';
import {
  bucketOf,
  isInArm,
  seedOf,
  SEEDS,
} from '../../../server/src/modules/personalisation/splits/bucket';

const keys = Array.from({ length: 20_000 }, () => randomUUID() as VisitorKey);
const arm = (name: string, from: number, to: number) => ({ name, variant: 'a', from, to });
const shareOf = (name: string, from: number, to: number) =>
  keys.filter((key) => isInArm(arm(name, from, to), seedOf(key))).length / keys.length;

describe('a split', () => {
  it('gives a visitor the same arm each time, in one arm exactly', () => {
    fc.assert(
      fc.property(
        fc.uuid(),
        fc.string({ minLength: 1 }),
        fc.integer({ min: 1, max: 99 }),
        (key, name, at) => {
          const seed = seedOf(key as VisitorKey);
          const inFirst = isInArm(arm(name, 0, at), seed);
          expect(isInArm(arm(name, at, 100), seed)).toBe(!inFirst);
          expect(seedOf(key as VisitorKey)).toBe(seed);
          expect(isInArm(arm(name, 0, at), seed)).toBe(inFirst);
        }
      )
    );
  });

  it('stays as it was dealt, whatever this code becomes', () => {
    const key = '7f3f2c1e-9a4b-4c5d-8e6f-0123456789ab' as VisitorKey;
    expect([seedOf(key), bucketOf('spring', seedOf(key)), bucketOf('autumn', seedOf(key))]).toEqual(
      [22_900, 44.66, 89.8]
    );
  });

  it('gives each arm its share', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }),
        fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 })),
        (name, ends) => {
          const [from, to] = [Math.min(...ends), Math.max(...ends)];
          expect(Math.abs(shareOf(name, from, to) - (to - from) / 100)).toBeLessThan(0.025);
        }
      ),
      { numRuns: 20 }
    );
  });

  it('deals anew under another name', () => {
    const both = keys.filter((key) =>
      ['one', 'two'].every((name) => isInArm(arm(name, 0, 50), seedOf(key)))
    );
    expect(Math.abs(both.length / keys.length - 0.25)).toBeLessThan(0.02);
  });

  it('knows a visitor by a number that many share', () => {
    fc.assert(
      fc.property(fc.uuid(), (key) => {
        const seed = seedOf(key as VisitorKey);
        expect(Number.isInteger(seed) && seed >= 0 && seed < SEEDS).toBe(true);
      })
    );
  });
});
