/** Audience tokens: what they hold, and that nothing else passes for one. */
import { webcrypto } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import {
  signAudience,
  verifyAudience,
} from '../../../server/src/modules/personalisation/visitor/token';

const secret = 'a secret of sixteen characters and more';
const claims = { groups: ['vip', 'káva'], conditions: ['0123456789abcdef'], seed: 4_711 };
const token = signAudience(claims, { secret, expiresAtSeconds: 1_000 });
const verify = (given: string, nowSeconds = 999, key = secret) =>
  verifyAudience(given, { secret: key, nowSeconds });

describe('an audience token', () => {
  it('gives back what was signed, until it expires', () => {
    expect(verify(token)).toEqual({ valid: true, claims });
    expect(verify(token, 1_000)).toEqual({ valid: false, reason: 'expired' });
  });

  it('is refused under another secret, and when anything of it was changed', () => {
    expect(verify(token, 999, `${secret}!`)).toEqual({ valid: false, reason: 'forged' });
    fc.assert(
      fc.property(
        fc.nat(token.length - 1),
        fc.constantFrom('a', 'Z', '0', '.', '-'),
        (at, character) => {
          fc.pre(token[at] !== character);
          const changed = token.slice(0, at) + character + token.slice(at + 1);
          expect(verify(changed).valid).toBe(false);
        }
      )
    );
  });

  it.each(['', '.', 'somebody', `e30.${'0'.repeat(63)}`, `${token}.${token}`, 'x'.repeat(100_000)])(
    'is not %.20s',
    (given) => {
      expect(verify(given)).toEqual({ valid: false, reason: 'malformed' });
    }
  );

  it('holds nothing but groups, conditions, a shared number and its end', () => {
    const payload: unknown = JSON.parse(
      Buffer.from(String(token.split('.')[0]), 'base64url').toString()
    );
    expect(payload).toEqual({ v: 1, exp: 1_000, ...claims });
  });

  it('is verified by an edge as the guide says', async () => {
    const guide = await edgeOfGuide();
    expect(await guide.readAudience(token, secret, 999)).toMatchObject(claims);
    expect(await guide.readAudience(token, secret, 1_000)).toBeNull();
    expect(await guide.readAudience(`${token.slice(0, -1)}x`, secret, 999)).toBeNull();
    expect(await guide.readAudience('somebody', secret, 999)).toBeNull();
  });

  it('puts a visitor into the same bucket at an edge as here', async () => {
    const { bucketOf } = await import('../../../server/src/modules/personalisation/splits/bucket');
    const guide = await edgeOfGuide();
    for (const seed of [0, 1, 4_711, 65_535]) {
      expect(await guide.bucketOf('spring', seed)).toBe(bucketOf('spring', seed));
    }
  });
});

interface Edge {
  readAudience(token: string, secret: string, nowSeconds: number): Promise<object | null>;
  bucketOf(split: string, seed: number): Promise<number>;
}

/** The snippet that site builders paste, run with nothing but what edges have. */
const edgeOfGuide = async (): Promise<Edge> => {
  const text = await readFile('docs/guide/personalisation.md', 'utf8');
  const code = /```js edge\n([\s\S]*?)```/.exec(text)?.[1] ?? '';
  const globals = { crypto: webcrypto, TextEncoder, TextDecoder, Uint8Array, DataView, atob };
  return runInNewContext(
    `${code.replaceAll('export ', '')}; ({ readAudience, bucketOf })`,
    globals
  ) as Edge;
};
