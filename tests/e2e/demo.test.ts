/** The demo from the outside: what it prints, serves, keeps and leaves behind. */
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { runDemo, startDemo, type RunningDemo } from '../support/demo';
import { freePort } from '../support/free-port';

/** The first demo of a fresh clone builds the plugin and an admin. */
const BUILD_MILLISECONDS = 600_000;
/** Starts Strapi up to twice, on a busy machine. */
jest.setTimeout(180_000);

let folder: string;
let args: string[];
let port: number;
let demo: RunningDemo;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'cm-demo-'));
  port = await freePort();
  args = ['--production', '--port', String(port), '--data-dir', 'data'];
  demo = await startDemo([...args, '--fresh'], folder);
}, BUILD_MILLISECONDS);

afterAll(async () => {
  await demo.stop();
  await rm(folder, { recursive: true, force: true });
});

const adminToken = async (): Promise<string> => {
  const response = await fetch(`${demo.url}/admin/login`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(demo.admin),
  });
  expect(response.status).toBe(200);
  return ((await response.json()) as { data: { token: string } }).data.token;
};

const countContacts = async (): Promise<number> => {
  const response = await fetch(
    `${demo.url}/content-manager/collection-types/plugin::contact-management.contact?pageSize=1`,
    { headers: { Authorization: `Bearer ${await adminToken()}` } }
  );
  const body = (await response.json()) as { pagination: { total: number } };
  return body.pagination.total;
};

/** `fetch` would tidy the path up. */
const rawStatus = (method: string, rawPath: string) =>
  new Promise<number | undefined>((resolve, reject) => {
    const { hostname, port: sitePort } = new URL(demo.site);
    request({ hostname, port: sitePort, path: rawPath, method }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });

const isAnswering = (url: string) =>
  fetch(`${url}/_health`).then(
    () => true,
    () => false
  );

describe('the demo', () => {
  it('serves the admin, whose login it prints', async () => {
    const page = await fetch(`${demo.url}/admin`);
    expect(page.status).toBe(200);
    expect(await adminToken()).toEqual(expect.any(String));
  });

  it('prints an API token that may read what the public may not', async () => {
    const read = (headers: Record<string, string>) => fetch(`${demo.url}/api/orders`, { headers });
    expect((await read({})).status).toBe(403);
    expect((await read({ Authorization: `Bearer ${demo.apiToken}` })).status).toBe(200);
  });

  it('has a few hundred contacts from the start', async () => {
    expect(await countContacts()).toBeGreaterThan(300);
  });

  it('lists orders for the one who is logged in only', async () => {
    const response = await fetch(`${demo.url}/api/orders/mine`, {
      headers: { Authorization: `Bearer ${demo.apiToken}` },
    });
    expect(response.status).toBe(401);
  });

  it.each(['/', '/shop', '/magazine', '/magazine/origins', '/search?q=x', '/contact', '/basket'])(
    'shows the page %s of the site with the script tag of this Strapi',
    async (page) => {
      const response = await fetch(`${demo.site}${page}`);
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(await response.text()).toContain(`<script async src="${demo.url}/cm/t.js"`);
    }
  );

  it.each([
    ['GET', '/layout.html', 404],
    ['GET', '/../package.json', 404],
    ['GET', '/assets/../layout.html', 404],
    ['GET', '/assets/..%2f..%2fpackage.json', 404],
    ['GET', '/assets/%2e%2e/layout.html', 404],
    ['GET', '/assets/..%5clayout.html', 404],
    ['GET', '/assets/site.js%00.css', 400],
    ['GET', '/%zz', 400],
    ['GET', '/assets', 404],
    ['GET', '/assets/site.js', 200],
    ['HEAD', '/assets/site.js', 200],
    ['POST', '/', 405],
  ])('answers %s %s on the site with %i', async (method, rawPath, status) => {
    expect(await rawStatus(method, rawPath)).toBe(status);
  });

  it('refuses a port that is taken, in a sentence', async () => {
    const { exitCode, stderr } = await runDemo(['--port', String(port)], folder);
    expect(exitCode).toBe(1);
    expect(stderr.trim()).toBe(
      `Port ${port} is in use. Stop what uses it or choose another with --port.`
    );
  });

  it('refuses a data folder that another demo uses', async () => {
    const other = String(await freePort());
    const { exitCode, stderr } = await runDemo(['--port', other, '--data-dir', 'data'], folder);
    expect(exitCode).toBe(1);
    expect(stderr).toContain('Stop it or choose another --data-dir');
  });

  it('stops with exit code 0 on Ctrl-C, and nothing keeps running', async () => {
    expect(await demo.stop('SIGINT')).toBe(0);
    expect(await isAnswering(demo.url)).toBe(false);
    expect(await isAnswering(demo.site)).toBe(false);
    expect(await readdir(path.join(folder, 'data'))).not.toContain('demo.pid');
  });

  it('keeps its data, login and token over a second start', async () => {
    const former = demo;
    demo = await startDemo(args, folder);
    expect(demo.admin).toEqual(former.admin);
    expect(demo.apiToken).toBe(former.apiToken);
    const contacts = await countContacts();
    expect(await demo.stop('SIGTERM')).toBe(0);
    demo = await startDemo(args, folder);
    expect(await countContacts()).toBe(contacts);
  });

  it('takes Strapi along when it is killed', async () => {
    await demo.stop('SIGKILL');
    for (let tries = 0; tries < 100 && (await isAnswering(demo.url)); tries += 1) await sleep(100);
    expect(await isAnswering(demo.url)).toBe(false);
  });

  it('forgets its own things with --fresh, and nobody else’s', async () => {
    const former = demo;
    await writeFile(path.join(folder, 'data', 'notes.txt'), 'mine');
    demo = await startDemo([...args, '--fresh'], folder);
    expect(demo.admin.password).not.toBe(former.admin.password);
    expect(await readdir(path.join(folder, 'data'))).toContain('notes.txt');
  });
});
