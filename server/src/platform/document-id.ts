import { randomFillSync } from 'node:crypto';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789';
const LENGTH = 24;

/** Asking for chance takes as long for many ids as for one. */
const chance = Buffer.alloc(LENGTH * 256);
let used = chance.length;

const randomBytes = (): Uint8Array => {
  if (used === chance.length) {
    randomFillSync(chance);
    used = 0;
  }
  used += LENGTH;
  return chance.subarray(used - LENGTH, used);
};

/** The form of Strapi's document ids: 24 characters, a letter first. Strapi's own maker is too slow for many. */
export const newDocumentId = (): string => {
  const bytes = randomBytes();
  let id = ALPHABET.charAt((bytes[0] ?? 0) % 26);
  for (let at = 1; at < LENGTH; at += 1) id += ALPHABET.charAt((bytes[at] ?? 0) % 36);
  return id;
};
