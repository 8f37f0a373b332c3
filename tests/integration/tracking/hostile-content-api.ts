/** What a site's back end should never send, and what it is answered. Its token may do everything. */
import { randomUUID } from 'node:crypto';
import { event } from '../../support/visits';
import type { HostileRequest } from './hostile-requests';

const API = '/api/contact-management';
const EVENTS = `${API}/events`;
const UPSERT = `${API}/contacts/upsert`;
const NUL = 'a\u0000b';
const SURROGATE = 'a\ud800b';
const SQL = `'); drop table cm_contacts; -- " \\ \``;
const brackets = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);

type Refusal = [name: string, body: HostileRequest['body'], status: number, says?: string];

const refused = (path: string, table: Refusal[]): HostileRequest[] =>
  table.map(([name, body, status, says]) => ({
    name: `${path} with ${name}`,
    path,
    body,
    status,
    says,
  }));

/** Whatever is wrong with the envelope, the same on both. */
const envelopes = (path: string, list: string, says: string): HostileRequest[] =>
  refused(path, [
    ['no body', '', 400, says],
    ['text that is no JSON', 'hello', 400],
    ['a truncated object', `{"${list}":[{"id":"1"`, 400],
    ['null', 'null', 400],
    ['a string', `"${list}"`, 400],
    ['a number', '1e999', 400],
    ['a list', '[]', 400, says],
    ['5,000 levels of brackets', brackets(5_000), 400, says],
    [`no ${list}`, {}, 400, says],
    [`${list} that are an object`, { [list]: { length: 5 } }, 400, says],
    [`${list} that are text`, { [list]: 'all' }, 400, says],
    [`an empty list of ${list}`, { [list]: [] }, 400, says],
    [`1,001 ${list}`, { [list]: Array.from({ length: 1_001 }, () => ({})) }, 400, '1,000'],
    [`${list} in the prototype`, `{"__proto__":{"${list}":[{}]}}`, 400],
    ['more than a megabyte', { [list]: 'x'.repeat(1_100_000) }, 413],
  ]);

/** One bad event in a good request: answered with its own rejection. */
const badEvents: HostileRequest[] = (
  [
    ['nothing', null, 'invalid-event'],
    ['a list', [1], 'invalid-event'],
    ['nobody', event(), 'invalid-event'],
    ['a contact that is text', event({ contact: 'a@b.test' }), 'invalid-event'],
    ['a contact that is a list', event({ contact: ['a@b.test'] }), 'invalid-event'],
    ['an operator for an e-mail', event({ contact: { email: { $ne: null } } }), 'invalid-event'],
    [
      'two identifiers',
      event({ contact: { email: 'a@b.test', externalId: 'x' } }),
      'invalid-event',
    ],
    ['a line break', event({ contact: { email: 'a@b.test\r\nBcc: c@d.test' } }), 'invalid-event'],
    [
      'an identifier of 10 KB',
      event({ contact: { externalId: 'x'.repeat(10_000) } }),
      'invalid-event',
    ],
    ['SQL for a document id', event({ contact: { documentId: SQL } }), 'unknown-contact'],
    ['SQL for an external id', event({ contact: { externalId: SQL } }), 'unknown-contact'],
    ['a NUL in a document id', event({ contact: { documentId: NUL } }), 'unknown-contact'],
    ['a NUL in an external id', event({ contact: { externalId: NUL } }), 'unknown-contact'],
    ['half a character', event({ contact: { externalId: SURROGATE } }), 'unknown-contact'],
    ['a type of the prototype', event({ type: 'constructor' }), 'unknown-type'],
    ['a time past the end of time', event({ at: 1e300 }), 'invalid-time'],
    ['a value beyond measure', event({ value: 1e308 }), 'invalid-event'],
    ['a javascript: address', event({ url: 'javascript:alert(1)' }), 'invalid-url'],
  ] as [string, unknown, string][]
).map(([name, bad, code]) => ({
  name: `${EVENTS}: an event of ${name}`,
  path: EVENTS,
  body: { events: [bad] },
  status: 200,
  says: `"code":"${code}"`,
}));

const data = (given: object) => ({ email: `${randomUUID()}@hostile.test`, ...given });

/** One bad contact in a good request: its own row fails, with a sentence. */
const badContacts: HostileRequest[] = (
  [
    ['nothing', null],
    ['text', 'a@b.test'],
    ['a list', []],
    ['no data', { match: 'email' }],
    ['data that is a list', { data: [] }],
    ['a match of the prototype', { match: 'constructor', data: data({}) }],
    ['a match that is an object', { match: {}, data: data({}) }],
    ['a policy nobody knows', { policy: 'delete', data: data({}) }],
    ['an operator for an e-mail', { data: { email: { $ne: null } } }],
    ['SQL for an e-mail', { data: { email: SQL } }],
    ['SQL for a document id', { match: 'documentId', data: { documentId: SQL } }],
    ['a NUL in a document id', { match: 'documentId', data: { documentId: NUL } }],
    ['a field nobody knows', { data: data({ isAdmin: true }) }],
    ['a field of the prototype', { data: data({ constructor: {} }) }],
    ['its author', { data: data({ createdBy: 1 }) }],
    ['a name that is an object', { data: data({ firstName: { $ne: 1 } }) }],
    ['a name of 300 letters', { data: data({ firstName: 'x'.repeat(300) }) }],
    ['a score that is text', { data: data({ score: 'many' }) }],
    ['a score beyond measure', { data: data({ score: 1e308 }) }],
    ['a birthday that is none', { data: data({ birthday: 'yesterday' }) }],
    ['a time that is none', { data: data({ firstSeenAt: 'never' }) }],
    ['a time past the end of time', { data: data({ firstSeenAt: 1e300 }) }],
    ['a state nobody knows', { data: data({ state: 'lead' }) }],
    ['a gender that is an object', { data: data({ gender: {} }) }],
    ['a yes that is text', { data: data({ monitored: 'perhaps' }) }],
    ['a javascript: website', { data: data({ website: 'javascript:alert(1)' }) }],
    ['a status that is none', { data: data({ status: 'missing' }) }],
    ['a status by an operator', { data: data({ status: { documentId: { $ne: null } } }) }],
    ['an owner who is nobody', { data: data({ owner: 999_999 }) }],
    ['an owner by an operator', { data: data({ owner: { id: { $gt: 0 } } }) }],
    ['an owner past all numbers', { data: data({ owner: 1e30 }) }],
  ] as [string, unknown][]
).map(([name, bad]) => ({
  name: `${UPSERT}: a contact of ${name}`,
  path: UPSERT,
  body: { contacts: [bad] },
  status: 200,
  says: /"status":"failed","error":".*\w+ \w+/,
}));

/** CVE-2026-27886's pattern among them: private fields of admin users, told by yes and no. */
const queries: HostileRequest[] = (
  [
    ['an owner’s password', 'filters[owner][password][$startsWith]=$2', 400],
    ['an owner’s reset token', 'filters[owner][resetPasswordToken][$notNull]=true', 400],
    ['an owner’s registration token', 'filters[owner][registrationToken][$notNull]=true', 400],
    ['an author’s password', 'filters[createdBy][password][$startsWith]=$2', 400],
    ['an editor’s reset token', 'filters[updatedBy][resetPasswordToken][$notNull]=true', 400],
    ['a password in an or', 'filters[$or][0][owner][password][$contains]=a', 400],
    ['a password in a not', 'filters[$not][owner][password][$contains]=a', 400],
    ['a password in a deep and', 'filters[$and][0][$or][0][owner][password][$null]=false', 400],
    ['a colleague’s password', 'filters[owner][roles][users][password][$notNull]=true', 400],
    ['an order of passwords', 'sort=owner.password:asc', 400],
    ['an order of reset tokens', 'sort[owner][resetPasswordToken]=desc', 400],
    ['a password asked for', 'populate[owner][fields][0]=password', 400],
    ['a password in a populated filter', 'populate[owner][filters][password][$notNull]=true', 400],
    ['an order in a populated owner', 'populate[owner][sort]=password', 400],
    ['fields that there are not', 'fields=password', 400],
    ['a filter that there is not', 'filters[password][$eq]=a', 400],
    ['filters that are text', 'filters=all', 400],
    ['an operator that there is not', 'filters[email][$where]=1', 400],
    ['SQL for an order', 'sort=id;drop table cm_contacts', 400],
    ['SQL for a direction', 'sort=email:asc,(select 1)', 400],
    ['a NUL in a filter', 'filters[email][$eq]=%00', 400],
    ['a NUL in a search', '_q=%00', 400],
    ['a page before the first', 'pagination[page]=-1', 200],
    ['a page of a million', 'pagination[pageSize]=1000000', 200],
    ['a broken escape', 'filters[email][$eq]=%E0%A4%A', 200],
  ] as [string, string, number][]
).map(([name, query, status]) => ({
  name: `${API}/contacts by ${name}`,
  method: 'GET',
  path: `${API}/contacts?${query}`,
  status,
}));

/** What a database would stumble over: it is taken out, or refused with a sentence. */
const unstorable: HostileRequest[] = [
  {
    name: `${UPSERT}: NULs and half characters in a name, a note and tags`,
    path: UPSERT,
    body: {
      contacts: [
        { data: data({ firstName: NUL, notes: SURROGATE, tags: [NUL, { [NUL]: SURROGATE }] }) },
      ],
    },
    status: 200,
    says: '"status":"created"',
  },
  {
    name: `${API}/contact-statuses: a NUL in a name`,
    path: `${API}/contact-statuses`,
    body: { data: { name: NUL, displayName: NUL } },
    status: 201,
    says: '"name":"ab"',
  },
  {
    name: `${UPSERT}: a contact of 5,000 levels of tags`,
    path: UPSERT,
    body: `{"contacts":[{"data":{"email":"deep@hostile.test","tags":${brackets(5_000)}}}]}`,
    status: 200,
    says: 'at most 100 levels',
  },
  {
    name: `${API}/contacts/:id with a NUL for an id`,
    method: 'GET',
    path: `${API}/contacts/%00`,
    status: 400,
    says: 'NUL',
  },
  {
    name: `${API}/contacts: a year that no calendar has`,
    path: `${API}/contacts`,
    body: { data: data({ birthday: '20000-01-01' }) },
    status: 400,
  },
];

export const HOSTILE_CONTENT_API: HostileRequest[] = [
  ...envelopes(EVENTS, 'events', 'events must be a list'),
  ...envelopes(UPSERT, 'contacts', 'contacts must be a list'),
  ...badEvents,
  ...badContacts,
  ...queries,
  ...unstorable,
];
