/** What nobody well-meaning sends to the public endpoints, and what each of it is answered. */
import { randomUUID } from 'node:crypto';
import { event } from '../../support/visits';

export interface HostileRequest {
  name: string;
  path: string;
  /** An object is sent as JSON, text as it is. */
  body?: object | string | Buffer;
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'PATCH' | 'OPTIONS';
  headers?: Record<string, string>;
  status: number;
  /** In the answer: part of the sentence, or the code of the rejected event. */
  says?: string | RegExp;
}

export const WRITE_KEY = 'write-key-of-the-tests';
const basic = (user: string) => `Basic ${Buffer.from(`${user}:`).toString('base64')}`;
const SEGMENT = { authorization: basic(WRITE_KEY) };
const deep = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
const nested = (levels: number): object => (levels === 0 ? {} : { a: nested(levels - 1) });

type Row = [name: string, body: HostileRequest['body'], status: number, says?: string | RegExp];
const rows = (path: string, table: Row[], headers?: Record<string, string>): HostileRequest[] =>
  table.map(([name, body, status, says]) => ({
    name: `${path}: ${name}`,
    path,
    body,
    status,
    says,
    headers,
  }));

/** One bad event in a good request: answered 202 with the event's own rejection. */
const badEvents = (table: [name: string, event: unknown, code: string][]): HostileRequest[] =>
  table.map(([name, bad, code]) => ({
    name: `/cm/e: an event with ${name}`,
    path: '/cm/e',
    body: { visitor: randomUUID(), events: [bad] },
    status: 202,
    says: `"code":"${code}"`,
  }));

const withEvents = (...events: unknown[]) => ({ visitor: randomUUID(), events });

/** Names that no activity type may have, registered or not. */
export const UNFIT_TYPES: [name: string, type: string][] = [
  ['with a NUL', 'x\u0000'],
  ['with half a character', 'x\ud800'],
  ['of 64 letters', 'x'.repeat(64)],
  ['in capitals', 'Pagevisit'],
  ['with a space', 'page visit'],
  ['with a line break', 'pagevisit\n'],
  ['that starts with a digit', '1st'],
  ['with markup', '<b>x</b>'],
  ['__proto__', '__proto__'],
];

const collect: HostileRequest[] = [
  ...rows('/cm/e', [
    ['no body', '', 400, 'JSON'],
    ['text that is no JSON', 'hello', 400, 'JSON'],
    ['a truncated object', '{"events":[{"id":"1"', 400, 'JSON'],
    ['NaN as a value', `{"events":[{"id":"1","type":"pagevisit","value":NaN}]}`, 400, 'JSON'],
    ['null', 'null', 400, 'object with events'],
    ['a number', '1e999', 400, 'object with events'],
    ['a string', '"events"', 400, 'object with events'],
    ['a list', '[]', 400, 'object with events'],
    ['60 KB of brackets', deep(30_000), 400, 'object with events'],
    ['60 KB of brackets that never close', '['.repeat(60_000), 400, 'JSON'],
    ['no events', {}, 400, '1 to 100'],
    ['events that are an object', { events: { length: 5 } }, 400, '1 to 100'],
    ['events that are text', { events: 'pagevisit' }, 400, '1 to 100'],
    ['an empty list of events', { events: [] }, 400, '1 to 100'],
    ['101 events', { events: Array.from({ length: 101 }, () => event()) }, 400, 'at most 100'],
    ['64 KB and a byte', 'x'.repeat(64 * 1024 + 1), 413, '64 KB'],
    ['a visitor that is no UUID', { ...withEvents(event()), visitor: '1 or 1=1' }, 400, 'UUID'],
    [
      'a visitor with a line break',
      { ...withEvents(event()), visitor: `${randomUUID()}\r\nSet-Cookie: a=b` },
      400,
      'UUID',
    ],
    [
      'a visitor that is an object',
      { ...withEvents(event()), visitor: { $ne: null } },
      400,
      'UUID',
    ],
    ['a visitor that is a number', { ...withEvents(event()), visitor: 42 }, 400, 'UUID'],
    ['consent that is text', { ...withEvents(event()), consent: 'yes' }, 400, 'consent'],
    [
      'consent that is no yes or no',
      { ...withEvents(event()), consent: { tracking: 'yes' } },
      400,
      'true or false',
    ],
    ['invalid UTF-8', Buffer.from([0x7b, 0xff, 0xfe, 0x7d]), 400, 'JSON'],
    ['a byte-order mark', '\uFEFF{}', 400],
  ]),
  ...badEvents([
    ['nothing', null, 'invalid-event'],
    ['text in place of it', 'pagevisit', 'invalid-event'],
    ['a list in place of it', [1, 2], 'invalid-event'],
    ['no id', { type: 'pagevisit' }, 'invalid-event'],
    ['an id that is a number', event({ id: 7 }), 'invalid-event'],
    ['an id of 101 characters', event({ id: 'x'.repeat(101) }), 'invalid-event'],
    ['an id with a line break', event({ id: 'a\nb' }), 'invalid-event'],
    ['an id with a NUL', event({ id: 'a\u0000b' }), 'invalid-event'],
    ['a type that is an object', event({ type: {} }), 'invalid-event'],
    ['a type nobody knows', event({ type: 'constructor' }), 'unknown-type'],
    ['__proto__ as its type', event({ type: '__proto__' }), 'unknown-type'],
    ['SQL as its type', event({ type: "x'; drop table cm_contacts; --" }), 'unknown-type'],
    ...UNFIT_TYPES.map(([name, type]): [string, unknown, string] => [
      `a type ${name}`,
      event({ type }),
      'unknown-type',
    ]),
    ['a time that is no time', event({ at: 'yesterday' }), 'invalid-time'],
    ['a time past the end of time', event({ at: 1e300 }), 'invalid-time'],
    ['a time that is an object', event({ at: {} }), 'invalid-event'],
    ['a javascript: address', event({ url: 'javascript:alert(1)' }), 'invalid-url'],
    ['a data: address', event({ url: 'data:text/html,<script>' }), 'invalid-url'],
    ['a file address', event({ url: 'file:///etc/passwd' }), 'invalid-url'],
    [
      'an address of 3,000 characters',
      event({ url: `https://a.test/${'x'.repeat(3_000)}` }),
      'invalid-url',
    ],
    ['an address that is a list', event({ url: ['https://a.test'] }), 'invalid-event'],
    ['a title that is an object', event({ title: { toString: 'x' } }), 'invalid-event'],
    ['a value that is text', event({ value: '12' }), 'invalid-event'],
    ['a value beyond measure', event({ value: 1e308 }), 'invalid-event'],
    ['an item that is text', event({ item: 'api::a.a' }), 'invalid-event'],
    ['data that is a list', event({ data: [1] }), 'invalid-event'],
    ['data of 9 levels', event({ data: nested(9) }), 'data-too-large'],
    [
      'data of 9,000 characters',
      event({ data: { a: 'x'.repeat(4_000), b: 'y'.repeat(4_500), c: 'z'.repeat(900) } }),
      'data-too-large',
    ],
  ]),
];

const others: HostileRequest[] = [
  ...rows('/cm/identify', [
    ['no JSON', '{', 400, 'JSON'],
    ['no traits', {}, 400, 'traits'],
    ['traits that are a list', { traits: [] }, 400, 'traits'],
    ['no e-mail', { traits: { firstName: 'Ann' } }, 400, 'traits.email'],
    ['an e-mail that is an object', { traits: { email: { $gt: '' } } }, 400, 'traits.email'],
    [
      'an e-mail with a line break',
      { traits: { email: 'a@b.test\r\nBcc: c@d.test' } },
      400,
      'traits.email',
    ],
    ['SQL as an e-mail', { traits: { email: "' or '1'='1" } }, 400, 'traits.email'],
    [
      'an e-mail of 60 KB',
      { traits: { email: `${'a'.repeat(60_000)}@b.test` } },
      400,
      'traits.email',
    ],
    [
      'an e-mail only in the prototype',
      '{"traits":{"__proto__":{"email":"a@b.test"}}}',
      400,
      'traits.email',
    ],
    [
      'a visitor that is no UUID',
      { visitor: '../../etc', traits: { email: 'a@b.test' } },
      400,
      'UUID',
    ],
    ['a token that is a number', { traits: { email: 'a@b.test' }, token: 1 }, 400, 'token'],
    [
      'a token that nobody signed',
      { traits: { email: 'a@b.test' }, token: '9999999999.AAAA' },
      400,
      'token',
    ],
    [
      'a token of 10 KB',
      { traits: { email: 'a@b.test' }, token: 'x'.repeat(10_000) },
      400,
      'token',
    ],
  ]),
  ...rows('/cm/consent', [
    ['no purposes', { visitor: randomUUID() }, 400, 'purposes'],
    ['purposes that are text', { purposes: 'all' }, 400, 'purposes'],
    ['purposes nobody knows', { purposes: { everything: true } }, 400, 'purposes'],
    ['a yes that is text', { purposes: { tracking: 'true' } }, 400, 'purposes'],
    ['__proto__ as a purpose', '{"purposes":{"__proto__":{"tracking":false}}}', 400, 'purposes'],
    ['a visitor that is no UUID', { visitor: 'x', purposes: { tracking: true } }, 400, 'UUID'],
  ]),
  ...rows(
    '/cm/v1/batch',
    [
      ['no JSON', '{"batch":', 400, 'JSON'],
      ['a list', [], 400, 'object'],
      ['a batch that is text', { batch: 'x' }, 400, 'list'],
      ['a batch that is an object', { batch: { 0: {} } }, 400, 'list'],
      ['messages that are none', { batch: [null, 1, 'x', [], {}] }, 200, 'true'],
      ['a type from the prototype', { batch: [{ type: 'constructor', userId: 'u' }] }, 200, 'true'],
      ['more than 500 KB', 'x'.repeat(500 * 1024 + 1), 413, '500 KB'],
      [
        'deep brackets',
        `{"batch":[{"type":"page","anonymousId":"deep","properties":${deep(5_000)}}]}`,
        200,
        'true',
      ],
    ],
    SEGMENT
  ),
  ...rows('/cm/v1/track', [['about nobody', { event: 'Signed In' }, 400, 'userId']], SEGMENT),
  ...rows('/cm/v1/track', [['no key', { userId: 'u', event: 'Signed In' }, 401, 'write key']]),
  ...rows('/cm/v1/track', [['a wrong key', { userId: 'u' }, 401, 'write key']], {
    authorization: basic("' or 1=1 --"),
  }),
];

const lines: HostileRequest[] = [
  { name: 'GET on /cm/e', method: 'GET', path: '/cm/e', status: 405, says: 'Only POST' },
  { name: 'PUT on /cm/e', method: 'PUT', path: '/cm/e', status: 405, says: 'Only POST' },
  { name: 'DELETE on /cm/me', method: 'DELETE', path: '/cm/me', status: 405, says: 'Only GET' },
  { name: 'POST on /cm/t.js', method: 'POST', path: '/cm/t.js', status: 405, says: 'Only GET' },
  {
    name: 'a method hidden in a header',
    path: '/cm/e',
    headers: { 'x-http-method-override': 'DELETE' },
    body: '',
    status: 400,
    says: 'JSON',
  },
  {
    name: 'a visitor of /cm/me that is SQL',
    method: 'GET',
    path: "/cm/me?visitor='or'1",
    status: 400,
    says: 'UUID',
  },
  {
    name: 'two visitors of /cm/me',
    method: 'GET',
    path: '/cm/me?visitor[]=a&visitor=b',
    status: 400,
    says: 'UUID',
  },
  {
    name: 'a cookie that is no UUID',
    method: 'GET',
    path: '/cm/me',
    headers: { cookie: 'cm_visitor=%0d%0aX: 1; cm_visitor=<script>' },
    status: 200,
    says: '"known":false',
  },
  { name: 'a path out of the folder', method: 'GET', path: '/cm/../../package.json', status: 404 },
  {
    name: 'an encoded path out of the folder',
    method: 'GET',
    path: '/cm/%2e%2e%2fpackage.json',
    status: 404,
  },
  { name: 'a broken escape in the path', method: 'GET', path: '/cm/%E0%A4%A', status: 400 },
  {
    name: 'a compressed body',
    path: '/cm/e',
    headers: { 'content-encoding': 'gzip' },
    body: Buffer.from([0x1f, 0x8b, 0]),
    status: 415,
    says: 'uncompressed',
  },
];

/** Of a contact's activities over the content API, with a token that may read them. */
const timeline: HostileRequest[] = (
  [
    ['a cursor that nobody made', 'cursor=abc', 400],
    ['a cursor with SQL', `cursor=${Buffer.from('["1\' or 1=1",1]').toString('base64url')}`, 400],
    ['a limit of a million', 'limit=1000000', 400],
    ['a limit below one', 'limit=0', 400],
    ['a limit that is text', 'limit=all', 400],
    ['a date that is none', 'from=never', 400],
    ['types that are SQL', "types=x')%20or%201=1--", 200],
  ] as const
).map(([name, query, status]) => ({
  name: `a timeline with ${name}`,
  method: 'GET',
  path: `/api/contact-management/contacts/{contact}/activities?${query}`,
  status,
}));

export const HOSTILE: HostileRequest[] = [...collect, ...others, ...lines, ...timeline];
