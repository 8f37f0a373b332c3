/** Which pages may post to the public endpoints, and what their scripts see of the answer. */
import { createOriginPolicy } from '../../../server/src/modules/tracking/http/origins';

describe('without a list of origins', () => {
  it('every page may post, without credentials, and read how long to wait', () => {
    expect(createOriginPolicy([]).check('https://shop.example')).toEqual({
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Expose-Headers': 'Retry-After',
    });
  });
});

describe('with a list of origins', () => {
  const policy = createOriginPolicy(['https://shop.example/']);

  it('those on it may post, with credentials, and read how long to wait', () => {
    expect(policy.check('https://shop.example')).toEqual({
      'Access-Control-Allow-Origin': 'https://shop.example',
      'Access-Control-Allow-Credentials': 'true',
      'Access-Control-Expose-Headers': 'Retry-After',
      Vary: 'Origin',
    });
  });

  it.each(['https://evil.example', 'http://shop.example', 'https://shop.example.evil', 'null'])(
    '%s may not',
    (origin) => {
      expect(() => policy.check(origin)).toThrow('This origin may not send events here');
    }
  );

  it('who is no browser may', () => {
    expect(policy.check(undefined)).toEqual({ Vary: 'Origin' });
  });
});
