import { signEmail, verifyEmailToken } from '../../../server/src/modules/identity/identify-token';

const secret = 'a-secret-of-the-site';
const email = 'ann@contacts.test';
const check = (token: string, given: Partial<Parameters<typeof verifyEmailToken>[1]> = {}) =>
  verifyEmailToken(token, { email, secret, nowSeconds: 1_000, ...given });

describe('an identify token', () => {
  const token = signEmail(email, 2_000, secret);

  it('proves the e-mail it was made for until it expires', () => {
    expect(check(token)).toEqual({ valid: true });
    expect(check(token, { nowSeconds: 2_000 })).toEqual({ valid: false, reason: 'expired' });
  });

  it('proves nothing for another e-mail, another secret or a later expiry', () => {
    expect(check(token, { email: 'bob@contacts.test' })).toMatchObject({ reason: 'forged' });
    expect(check(token, { secret: 'another-secret' })).toMatchObject({ reason: 'forged' });
    expect(check(token.replace('2000', '9000'))).toMatchObject({ reason: 'forged' });
  });

  it.each(['', 'x', '2000.', `2000.${'g'.repeat(64)}`, `-1.${'a'.repeat(64)}`])(
    'is refused when malformed: %p',
    (malformed) => {
      expect(check(malformed)).toEqual({ valid: false, reason: 'malformed' });
    }
  );
});
