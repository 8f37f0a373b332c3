import { randomBytes } from 'node:crypto';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** The form of Strapi's document ids: 24 characters, a letter first. Strapi's own maker is too slow for many. */
export const newDocumentId = (): string => {
  const bytes = randomBytes(24);
  let id = ALPHABET.charAt((bytes[0] ?? 0) % 26);
  for (let at = 1; at < 24; at += 1) id += ALPHABET.charAt((bytes[at] ?? 0) % 36);
  return id;
};
