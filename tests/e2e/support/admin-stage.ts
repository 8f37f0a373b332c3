/**
 * What the suites of the admin share: one production start of the playground with its sample data, one
 * browser, one logged-in window. A suite opens the page it is about and leaves no contact behind that
 * another suite would trip over.
 */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../support/browser';
import { startDemo, type RunningDemo } from '../../support/demo';
import { freePort } from '../../support/free-port';
import { BROWSER } from '../../support/visits';
import { login, openAdmin, type AdminWindow } from './admin-browser';

export interface Stage {
  demo: RunningDemo;
  browser: Browser;
  admin: AdminWindow;
  /** Stops Strapi and starts it again on the same data with other variables. */
  restart(env: Record<string, string>): Promise<void>;
  close(): Promise<void>;
}

/** Suites are declared before the stage is there. */
export type TheStage = () => Stage;

export const openStage = async (env: Record<string, string> = {}): Promise<Stage> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'cm-admin-'));
  const args = ['--production', '--port', String(await freePort()), '--data-dir', folder];
  const browser = await launchBrowser();
  const start = async (variables: Record<string, string>) => {
    const demo = await startDemo(args, folder, variables);
    return { demo, admin: await openAdmin(browser, { url: demo.url, account: demo.admin }) };
  };
  const stage: Stage = {
    ...(await start(env)),
    browser,
    restart: async (variables) => {
      await stage.admin.close();
      await stage.demo.stop();
      Object.assign(stage, await start(variables));
    },
    close: async () => {
      await browser.close();
      await stage.demo.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
  return stage;
};

interface Call {
  method?: string;
  body?: object;
  /** An admin's; the super admin's when left out. */
  token?: string;
}

interface Answer<Body> {
  status: number;
  body: Body;
}

/** One of Strapi's admin routes, as the screens call them. */
export const call = async <Body>(
  { demo }: Stage,
  address: string,
  { method = 'GET', body, token }: Call = {}
): Promise<Answer<Body>> => {
  const answer = await fetch(`${demo.url}${address}`, {
    method,
    headers: {
      authorization: `Bearer ${token ?? (await login(demo.url, demo.admin))}`,
      'content-type': 'application/json',
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, body: (text ? JSON.parse(text) : null) as Body };
};

export interface Seen {
  documentId: string;
  displayName: string;
  state: string;
  companyName: string | null;
}

/** Answers with document ids, in the order given. */
export const createContacts = async (stage: Stage, contacts: object[]): Promise<string[]> => {
  const token = await login(stage.demo.url, stage.demo.admin);
  const answers = await Promise.all(
    contacts.map((data) =>
      call<{ data: Seen }>(stage, '/contact-management/contacts', {
        method: 'POST',
        body: { data },
        token,
      })
    )
  );
  return answers.map(({ body }) => body.data.documentId);
};

export const contactsOf = async (stage: Stage, query: string): Promise<Seen[]> =>
  (await call<{ data: Seen[] }>(stage, `/contact-management/contacts?${query}`)).body.data;

interface Visit {
  visitor?: string;
  events: { type?: string; path: string; title?: string; value?: number }[];
}

/** Somebody on the sample site; resolves when their visit is stored. */
export const visit = async ({ demo }: Stage, { visitor = randomUUID(), events }: Visit) => {
  const answer = await fetch(`${demo.url}/cm/e`, {
    method: 'POST',
    headers: { 'content-type': 'text/plain', 'user-agent': BROWSER },
    body: JSON.stringify({
      visitor,
      events: events.map(({ path: where, type = 'pagevisit', ...event }) => ({
        id: randomUUID(),
        type,
        url: `${demo.site}${where}`,
        ...event,
      })),
    }),
  });
  expect(answer.status).toBe(202);
};

const PATIENCE_MILLISECONDS = 20_000;

/** Waits until the screen shows what is expected; fails with what it shows instead. */
export const becomes = async <Value>(
  page: Page,
  read: () => Value | Promise<Value>,
  expected: Value
): Promise<void> => {
  const end = Date.now() + PATIENCE_MILLISECONDS;
  let shown = await read();
  while (!isDeepStrictEqual(shown, expected) && Date.now() < end) {
    await page.waitForTimeout(50);
    shown = await read();
  }
  expect(shown).toEqual(expected);
};

/** The part of the address that says what a list shows. */
export const searchOf = (page: Page): Record<string, string> =>
  Object.fromEntries(new URL(page.url()).searchParams);
