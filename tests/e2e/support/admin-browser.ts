/** A browser in which somebody is logged in to the Strapi admin. */
import type { Browser, BrowserContext, Page } from 'playwright-core';

export interface AdminAccount {
  email: string;
  password: string;
}

interface OpenOptions {
  /** Where Strapi is. */
  url: string;
  account: AdminAccount;
  theme?: 'light' | 'dark';
  /** Of the admin; it has to be one of its locales. */
  language?: string;
  size?: { width: number; height: number };
}

export interface AdminWindow {
  page: Page;
  /** Opens a path below `/admin` and waits until its requests have been answered. */
  open(path: string): Promise<void>;
  close(): Promise<void>;
}

const SIZE = { width: 1_440, height: 900 };

export const CONTACTS = '/plugins/contact-management/contacts';

export const openAdmin = async (
  browser: Browser,
  { url, account, theme = 'light', language = 'en', size = SIZE }: OpenOptions
): Promise<AdminWindow> => {
  const context = await browser.newContext({ viewport: size, locale: 'en-GB', timezoneId: 'UTC' });
  await settle(context, { url, theme, language });
  await context.addCookies([{ name: 'jwtToken', value: await login(url, account), url }]);
  const page = await context.newPage();
  return {
    page,
    open: async (to) => {
      await page.goto(`${url}/admin${to}`);
      await page.waitForLoadState('networkidle');
    },
    close: () => context.close(),
  };
};

interface Settled {
  url: string;
  theme: string;
  language: string;
}

/** What Strapi shows only at first: its tour and the news about its media library. */
const settle = async (context: BrowserContext, { url, theme, language }: Settled) => {
  const { data } = (await (await fetch(`${url}/admin/init`)).json()) as {
    data: { uuid: string | false };
  };
  await context.addInitScript(
    ([shown, spoken, uuid]) => {
      localStorage.setItem('STRAPI_THEME', shown);
      localStorage.setItem('strapi-admin-language', spoken);
      localStorage.setItem(
        'STRAPI_GUIDED_TOUR',
        '{"enabled":false,"tours":{},"completedActions":[]}'
      );
      localStorage.setItem(`STRAPI_MEDIA_LIBRARY_BANNER_DISMISSED_FOR_false:${uuid}`, 'true');
    },
    [theme, language, data.uuid] as const
  );
};

/** An admin's bearer token, also for requests without a browser. */
export const login = async (url: string, account: AdminAccount): Promise<string> => {
  const answer = await fetch(`${url}/admin/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(account),
  });
  if (!answer.ok) throw new Error(`logging in answered ${answer.status}`);
  const { data } = (await answer.json()) as { data: { token: string } };
  return data.token;
};
