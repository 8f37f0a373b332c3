import { isIP } from 'node:net';

/**
 * An IP address without the part that tells one household from the next: /24 of IPv4, /48 of IPv6.
 * Null when it is no address.
 */
export const truncateAddress = (address: string): string | null => {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (isIP(plain) === 4) return plain.replace(/\.\d+$/, '.0');
  if (isIP(plain) !== 6) return null;
  const { hostname } = new URL(`http://[${plain.replace(/%.*$/, '')}]`);
  const groups = expand(hostname.slice(1, -1)).slice(0, 3);
  return `${groups.join(':')}::`;
};

/** The eight groups of an address whose zeros `::` left out. */
const expand = (address: string): string[] => {
  const [head = '', tail = ''] = address.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === '' ? [] : tail.split(':');
  const zeros = Array.from({ length: 8 - left.length - right.length }, () => '0');
  return [...left, ...(address.includes('::') ? zeros : []), ...right];
};
