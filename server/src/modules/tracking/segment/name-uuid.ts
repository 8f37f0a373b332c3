/** A UUID that stands for a text: the same text, the same UUID. */
import { createHash } from 'node:crypto';

/** Version 8 of RFC 9562 (section 5.8): the bits of a SHA-256, marked as such. */
export const nameUuid = (space: string, name: string): string => {
  const bytes = createHash('sha256').update(`${space}\0${name}`).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
};
