import { randomInt } from 'node:crypto';

/** Without the letters and digits that people confuse. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const LENGTH = 6;

/** `K-7F3K9Q`. `pick` answers a whole number from 0 up to, but not including, its argument. */
export const orderNumber = (pick: (limit: number) => number = (limit) => randomInt(limit)) =>
  `K-${Array.from({ length: LENGTH }, () => ALPHABET[pick(ALPHABET.length)]).join('')}`;
