/**
 * One spelling per mailbox: the unique index compares what this makes. The local part is lower-cased
 * although RFC 5321 section 2.4 lets it be case-sensitive, because no provider in use is, and people
 * write their own address in every case.
 */
import { domainToASCII } from 'node:url';
import isEmail from 'validator/lib/isEmail';

/** RFC 3696, erratum 1690: the longest address that fits into an SMTP path. */
export const MAX_EMAIL_LENGTH = 254;

/** What a URL parser would decode or drop, and so could turn one typed host into another. */
const NOT_IN_A_HOST = /[\s%/\\?#[\]<>^|:\u00ad\u200b-\u200d\u2060\ufeff]/u;

/** Answers null for what is not an e-mail address. Normalising twice changes nothing. */
export const normalizeEmail = (typed: string): string | null => {
  const address = typed.trim().normalize('NFC').toLowerCase().normalize('NFC');
  const at = address.lastIndexOf('@');
  if (at < 1) return null;
  const host = address.slice(at + 1);
  if (NOT_IN_A_HOST.test(host)) return null;
  const email = `${address.slice(0, at)}@${domainToASCII(host)}`;
  return email.length <= MAX_EMAIL_LENGTH && isEmail(email) ? email : null;
};
