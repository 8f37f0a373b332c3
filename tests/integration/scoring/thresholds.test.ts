/** Who comes up to a threshold is told of once, by an event and by e-mail. */
import { MINUTE } from '../../../server/src/platform/clock';
import { jobs } from '../../../server/src/platform/jobs/service';
import { accountsOf } from '../../support/accounts';
import type { Entry } from '../../support/documents';
import { onActivity, scoresOf } from '../../support/scores';
import { startMailServer, type MailServer } from '../../support/mail-server';
import { startSite, type TestSite } from '../../support/strapi';

interface Reached {
  score: string;
  threshold: string;
  total: number;
  documentId: string;
}

let site: TestSite;
let told: Reached[] = [];
let server: MailServer;

beforeAll(async () => {
  site = await startSite();
  site.strapi.eventHub.on('contact-management.contact.score-reached', ((event: {
    data: Reached[];
  }) => {
    told.push(...event.data);
  }) as never);
  server = await startMailServer(site);
});
afterAll(async () => {
  await site.stop();
  await server.stop();
});
beforeEach(() => {
  told = [];
  server.mails.length = 0;
  server.isRefusing = false;
});
afterEach(async () => {
  jest.restoreAllMocks();
  for (const { documentId } of await on().documents.findMany()) {
    await on().documents.delete({ documentId });
  }
  await on().settled();
});

/** No job of the server's own tells meanwhile. */
const leaveItToTheTest = () => jest.spyOn(jobs(site.strapi), 'add').mockResolvedValue('0');

const on = () => ({ ...accountsOf(site), ...scoresOf(site) });

let scores = 0;
const scene = async (threshold: object, rule: object = {}) => {
  scores += 1;
  const rules = [
    onActivity('download', { recurring: true, ...rule }),
    onActivity('unsubscription', { recurring: true, points: -15 }),
  ];
  const thresholds = [{ name: 'Hot', at: 20, ...threshold }];
  const score = await on().newScore(`warm-${scores}`, rules, { thresholds });
  const contact = await on().newContact({ firstName: 'Ann', lastName: `No ${scores}` });
  await on().settled();
  return { score, contact };
};

const does = async (contact: Entry, ...types: string[]) => {
  for (const type of types) {
    await on().did(contact, type);
    await on().settled();
  }
};

it('tells an event of each crossing, once', async () => {
  const { score, contact } = await scene({});
  await does(contact, 'download');
  expect(told).toEqual([]);
  await does(contact, 'download');
  const reached = {
    documentId: contact.documentId,
    score: score.name,
    threshold: 'Hot',
    at: 20,
    total: 20,
  };
  expect(told).toEqual([reached]);
  await does(contact, 'download');
  await on().recompute();
  await on().settled();
  expect(told).toEqual([reached]);
  await does(contact, 'unsubscription');
  expect(told).toEqual([reached]);
  await does(contact, 'download');
  expect(told).toEqual([reached, { ...reached, total: 25 }]);
});

it('tells of a contact only the first time where that is all that is wanted', async () => {
  const { contact } = await scene({ once: true });
  await does(contact, 'download', 'download', 'unsubscription', 'download', 'download');
  expect(told).toHaveLength(1);
});

it('tells nobody who is above a threshold when it is made', async () => {
  const { score, contact } = await scene({ at: 1_000 });
  await does(contact, 'download', 'download');
  await on().update(score, { thresholds: [{ name: 'Warm', at: 15, emails: ['eva@firm.test'] }] });
  expect(told).toEqual([]);
  expect(server.mails).toEqual([]);
});

it('tells nobody of who crosses because rules have changed', async () => {
  const { score, contact } = await scene({ at: 500, emails: ['eva@firm.test'] });
  await does(contact, 'download', 'download');
  const rules = (await on().documents.findOne({ documentId: score.documentId }))?.rules as object[];
  await on().update(score, { rules: rules.map((rule) => ({ ...rule, points: 300 })) });
  expect(await on().total(score, contact)).toBe(600);
  expect(told).toEqual([]);
  expect(server.mails).toEqual([]);
});

it('writes to people, with a link to the contact', async () => {
  const { score, contact } = await scene({ emails: ['Eva@firm.test', 'jan@firm.test'] });
  await does(contact, 'download', 'download');
  expect(server.mails).toMatchObject([
    {
      to: ['eva@firm.test', 'jan@firm.test'],
      subject: `Ann No ${scores} reached Hot in ${String(score.name)}`,
    },
  ]);
  expect(server.mails[0]?.text).toContain(
    `/admin/plugins/contact-management/contacts/${contact.documentId}`
  );
  expect(server.mails[0]?.text).toContain('20 points');
});

it('gathers who comes soon after in one e-mail', async () => {
  const { contact } = await scene({ emails: ['eva@firm.test'] });
  await does(contact, 'download', 'download');
  expect(server.mails).toHaveLength(1);
  for (let more = 0; more < 3; more += 1) {
    const other = await on().newContact({ firstName: 'Ben', lastName: String(more) });
    await does(other, 'download', 'download');
  }
  expect(server.mails).toHaveLength(1);
  const later = Date.now() + 6 * MINUTE;
  jest.spyOn(Date, 'now').mockReturnValue(later);
  await on().tell();
  expect(server.mails).toHaveLength(2);
  expect(server.mails[1]?.subject).toMatch(/^3 contacts reached Hot/);
});

it('tries again when the mail server is not there, and tells the event once all the same', async () => {
  const { contact } = await scene({ emails: ['eva@firm.test'] });
  leaveItToTheTest();
  server.isRefusing = true;
  await on().did(contact, 'download');
  await on().did(contact, 'download');
  await on().drained();
  await expect(on().tell()).rejects.toThrow('Come back later');
  server.isRefusing = false;
  await on().tell();
  expect(server.mails).toHaveLength(1);
  expect(told).toHaveLength(1);
});

it('sends one e-mail when two servers tell at once', async () => {
  const { contact } = await scene({ emails: ['eva@firm.test'] });
  leaveItToTheTest();
  await on().did(contact, 'download');
  await on().did(contact, 'download');
  await on().drained();
  await Promise.all([on().tell(), on().tell(), on().tell()]);
  expect(server.mails).toHaveLength(1);
});
