/** The contact list as a CSV file. */
import { get, type IncomingMessage } from 'node:http';
import { adminWith, asAdmin } from '../../support/admin-roles';
import { documentsOf } from '../../support/documents';
import { startSite, type TestSite } from '../../support/strapi';

jest.setTimeout(120_000);

const CONTACT = 'plugin::contact-management.contact';
const EXPORT = '/contact-management/contacts/export';
const MANY = 12_000;
let site: TestSite;

beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.stop());

const create = (data: object) => documentsOf(site, CONTACT).create({ data });
const csv = async (query: string): Promise<string> => {
  const { text } = await site.http
    .get(`${EXPORT}?${query}`)
    .set(asAdmin(site.adminToken))
    .expect(200);
  return text;
};

/** RFC 4180 read back, so that what is compared are values. */
const parse = (text: string): string[][] => {
  const rows: string[][] = [[]];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/gy;
  for (let match = cell.exec(text); match; match = cell.exec(text)) {
    rows.at(-1)?.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] === '') break;
    if (match[3] === '\r\n') rows.push([]);
  }
  return rows.filter((row) => row.join('') !== '');
};

describe('an export', () => {
  it('holds the columns that are asked for, of those who match, in their order', async () => {
    const status = await documentsOf(site, 'plugin::contact-management.contact-status').create({
      data: { name: 'vip', displayName: 'Very important' },
    });
    const [ada] = await site.strapi.db.query('admin::user').findMany({});
    const common = { companyName: 'Exporters', state: 'client' };
    await create({ ...common, email: 'b@export.test', firstName: 'Bea', owner: ada.id });
    await create({
      ...common,
      email: 'a@export.test',
      tags: ['x', 'y'],
      status: status.documentId,
    });
    await create({ ...common, email: 'c@export.test', state: 'partner' });
    const text = await csv(
      'q=exporters&state=client&sort=email:asc&columns=email,state,status,owner,monitored'
    );
    expect(text.startsWith('\uFEFF')).toBe(true);
    expect(parse(text.slice(1))).toEqual([
      ['displayName', 'email', 'state', 'status', 'owner', 'monitored'],
      ['a@export.test', 'a@export.test', 'client', 'Very important', '', 'true'],
      ['Bea', 'b@export.test', 'client', '', 'Ada Admin', 'true'],
    ]);
  });

  it('keeps every text as it is, and lets no spreadsheet run it', async () => {
    const texts: [text: string, cell?: string][] = [
      ['He said "hi", twice'],
      ['two\nlines and, commas'],
      ['שלום עולם'],
      ['🐎🇨🇿 e\u0301'],
      ["it's = fine"],
      ['+420777123456'],
      ['-12.5'],
      ['=1+1', "'=1+1"],
      ['+1+cmd|calc', "'+1+cmd|calc"],
      ['-2+3', "'-2+3"],
      ['@SUM(A1)', "'@SUM(A1)"],
      ['  =HYPERLINK("x")', `'  =HYPERLINK("x")`],
      ['\u00A0=1', "'\u00A0=1"],
      ['\u200B=1', "'\u200B=1"],
      ['\n=1', "'\n=1"],
      ['\t@x', "'\t@x"],
      ['＝1', "'＝1"],
    ];
    // Past the document service, which would take some of it out.
    const rows = texts.map(([city], at) => ({
      document_id: `hostile${String(at).padStart(17, '0')}`,
      email: `hostile${String(at).padStart(2, '0')}@export.test`,
      ...{ city, kind: 'known', state: 'other', subscription: 'none', country: 'ZW' },
    }));
    await site.strapi.db.connection('cm_contacts').insert(rows);
    const text = await csv('country=ZW&sort=email:asc&columns=city');
    const cities = parse(text.slice(1))
      .slice(1)
      .map(([, city]) => city);
    expect(cities).toEqual(texts.map(([plain, cell]) => cell ?? plain));
  });

  it.each([
    ['a column that there is not', 'columns=password'],
    ['an order that there is not', 'sort=x'],
    ['a filter that there is not', 'stat=client'],
  ])('is refused with %s, before anything is sent', async (_name, query) => {
    const { body } = await site.http
      .get(`${EXPORT}?${query}`)
      .set(asAdmin(site.adminToken))
      .expect(400);
    expect(body.error.message).toMatch(/\w+ \w+/);
  });

  it('takes the permission to export', async () => {
    const reader = await adminWith(site, 'contacts.read', 'contacts.update');
    await site.http.get(EXPORT).set(asAdmin(reader)).expect(403);
  });
});

describe('a large export', () => {
  const WIDE = ['city', 'region', 'job_title', 'company_name', 'first_name', 'source'];
  const ended = (): Promise<string> =>
    new Promise((resolve) => {
      const spy = jest.spyOn(site.strapi.log, 'info').mockImplementation((message: unknown) => {
        if (!String(message).includes('exported')) return site.strapi.log;
        spy.mockRestore();
        resolve(String(message));
        return site.strapi.log;
      });
    });

  beforeAll(async () => {
    const rows = Array.from({ length: MANY }, (_, at) => ({
      document_id: `large${String(at).padStart(19, '0')}`,
      email: `large${String(at).padStart(5, '0')}@export.test`,
      // More than the sockets between here and there hold.
      ...Object.fromEntries(WIDE.map((column) => [column, 'y'.repeat(250)])),
      ...{ kind: 'known', state: 'partner', subscription: 'none', country: 'AQ' },
    }));
    for (let at = 0; at < MANY; at += 100) {
      await site.strapi.db.connection('cm_contacts').insert(rows.slice(at, at + 100));
    }
  });

  it.each(['email:asc', 'lastActivityAt:desc', 'score:desc', 'state:asc', 'name:asc'])(
    'in the order %s holds everybody once',
    async (sort) => {
      const end = ended();
      const text = await csv(`country=AQ&columns=email&sort=${sort}`);
      const rows = parse(text.slice(1)).slice(1);
      expect(new Set(rows.map(([, email]) => email)).size).toBe(MANY);
      expect(rows).toHaveLength(MANY);
      expect(await end).toMatch(`exported ${MANY} contacts, all`);
    }
  );

  it('stops reading when the client goes away', async () => {
    const end = ended();
    const answer = await new Promise<IncomingMessage>((resolve) => {
      get(
        `${site.url}${EXPORT}?country=AQ&columns=city,region,jobTitle,companyName,firstName,source`,
        { headers: asAdmin(site.adminToken) },
        resolve
      );
    });
    await new Promise((resolve) => answer.once('data', resolve));
    answer.destroy();
    const message = await end;
    expect(message).toMatch('the client went away');
    const [, read] = /exported (\d+)/.exec(message) ?? [];
    expect(Number(read)).toBeLessThan(MANY);
  });
});
