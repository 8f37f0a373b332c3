/** What a user agent says: a machine, or which browser on which kind of device. */
import Bowser from 'bowser';
import { isbot } from 'isbot';

export interface UserAgent {
  bot: boolean;
  browser: string | null;
  os: string | null;
  /** desktop, mobile, tablet, tv … */
  device: string | null;
}

/** Parsing takes 25 µs, and a site's visitors share some hundreds of user agents. */
const REMEMBERED = 2_000;
const MAX_LENGTH = 512;
const remembered = new Map<string, UserAgent>();

export const readUserAgent = (header: string | undefined): UserAgent => {
  const text = (header ?? '').slice(0, MAX_LENGTH);
  const known = remembered.get(text);
  if (known) return known;
  const parsed = parse(text);
  if (remembered.size >= REMEMBERED) remembered.clear();
  remembered.set(text, parsed);
  return parsed;
};

const parse = (text: string): UserAgent => {
  if (text === '') return { bot: false, browser: null, os: null, device: null };
  const { browser, os, platform } = Bowser.parse(text);
  return {
    bot: isbot(text),
    browser: short(browser.name),
    os: short(os.name),
    device: short(platform.type),
  };
};

const short = (name: string | undefined): string | null => (name ? name.slice(0, 64) : null);
