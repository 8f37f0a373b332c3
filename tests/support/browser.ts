/** A headless Chromium with a fresh profile. CHROMIUM_PATH names it; `npm test` sees to that. */
import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

/** No sandbox, because CI runs as root; nothing that talks to the network by itself. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const USUAL_PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: chromiumPath(), args: FLAGS });

const chromiumPath = (): string => {
  const found = process.env.CHROMIUM_PATH ?? USUAL_PLACES.find((file) => existsSync(file));
  if (!found) throw new Error('no Chromium found: set CHROMIUM_PATH, or run `npm test -- e2e`');
  return found;
};
