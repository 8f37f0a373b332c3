/** What a contact is called wherever one is shown. */
export interface Nameable {
  documentId: string;
  firstName?: string | null;
  middleName?: string | null;
  lastName?: string | null;
  email?: string | null;
}

/** Full name, else e-mail, else "Anonymous" and a short code that stays the same for this contact. */
export const displayNameOf = (contact: Nameable): string =>
  fullNameOf(contact) || contact.email || `Anonymous · ${codeOf(contact.documentId)}`;

export const fullNameOf = ({ firstName, middleName, lastName }: Omit<Nameable, 'documentId'>) =>
  [firstName, middleName, lastName]
    .map((part) => part?.trim())
    .filter(Boolean)
    .join(' ');

/** Crockford's base 32: no letter looks like a digit. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_LENGTH = 4;
const BITS = 5;

/** FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/: document ids that differ little get codes that differ. */
const codeOf = (documentId: string): string => {
  let hash = 0x811c9dc5;
  for (let at = 0; at < documentId.length; at += 1) {
    hash = Math.imul(hash ^ documentId.charCodeAt(at), 0x01000193) >>> 0;
  }
  return Array.from(
    { length: CODE_LENGTH },
    (_, at) => ALPHABET[(hash >>> (at * BITS)) & (ALPHABET.length - 1)]
  ).join('');
};
