import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { visitorCookieOf } from '../../../server/src/modules/tracking/http/visitor-key';

const KEY = '0d9c1f0e-5a53-4b8f-9c2d-0a1b2c3d4e5f';
const OTHER = '11111111-5a53-4b8f-9c2d-0a1b2c3d4e5f';
const keyIn = (cookie: string) => {
  const request = new IncomingMessage(new Socket());
  request.headers = { cookie };
  return visitorCookieOf(request);
};

describe("the visitor's cookie", () => {
  it.each([
    ['alone', `cm_visitor=${KEY}`],
    ['among others', `a=b; cm_visitor=${KEY}; c=d`],
    ['without spaces', `a=b;cm_visitor=${KEY};c=d`],
    ['in quotes', `cm_visitor="${KEY}"`],
    ['in capitals', `cm_visitor=${KEY.toUpperCase()}`],
    ['after one of another path that is damaged', `cm_visitor=gone; cm_visitor=${KEY}`],
    ['after 36 characters that are no key', `cm_visitor=${'-'.repeat(36)}; cm_visitor=${KEY}`],
    ['after one that is empty', `cm_visitor=; cm_visitor=${KEY}`],
    ['after one whose name ends like it', `xcm_visitor=${OTHER}; cm_visitor=${KEY}`],
  ])('is found %s', (_where, cookie) => {
    expect(keyIn(cookie)).toBe(KEY);
  });

  it.each([
    ['nothing', ''],
    ['no key', 'cm_visitor=<script>'],
    ['a key with more behind it', `cm_visitor=${KEY}0`],
    ['36 characters that are no key', `cm_visitor=${'-'.repeat(36)}`],
  ])('is none where there is %s', (_what, cookie) => {
    expect(keyIn(cookie)).toBeNull();
  });
});
