/**
 * Requests to addresses that somebody typed: they must not reach what only this server can reach (its
 * own ports, the private network, a cloud's metadata service). A name is looked up again when it is
 * connected to, and that very answer is checked, so a name that changes in between gains nothing.
 * Ranges: IANA's special-purpose registries (RFC 6890).
 */
import { lookup as lookUp, type LookupAddress } from 'node:dns';
import { BlockList, isIP, isIPv6, type LookupFunction } from 'node:net';

const PRIVATE_IPV4: [network: string, prefix: number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];
/** Within 2000::/3: protocol assignments with Teredo, documentation, and 6to4, which carries an IPv4 address. */
const SPECIAL_IPV6: [network: string, prefix: number][] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

const listOf = (family: 'ipv4' | 'ipv6', subnets: [string, number][]): BlockList => {
  const list = new BlockList();
  for (const [network, prefix] of subnets) list.addSubnet(network, prefix, family);
  return list;
};

const privateIPv4 = listOf('ipv4', PRIVATE_IPV4);
const globalIPv6 = listOf('ipv6', [['2000::', 3]]);
const specialIPv6 = listOf('ipv6', SPECIAL_IPV6);

/** Takes an IP address. IPv4 inside of IPv6 counts as private: nobody needs to write one so. */
export const isPublicAddress = (address: string): boolean =>
  isIPv6(address)
    ? globalIPv6.check(address, 'ipv6') && !specialIPv6.check(address, 'ipv6')
    : isIP(address) === 4 && !privateIPv4.check(address, 'ipv4');

export class PrivateAddressError extends Error {
  constructor(host: string) {
    super(`${host} is a private, loopback or link-local address`);
  }
}

/** Of a URL: without the brackets of IPv6. `new URL` has made plain IPv4 of decimal, octal and hex forms. */
export const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '');

/** A connection to an IP address looks nothing up. Throws a PrivateAddressError. */
export const refusePrivateLiteral = (url: URL): void => {
  const host = hostOf(url);
  if (isIP(host) !== 0 && !isPublicAddress(host)) throw new PrivateAddressError(host);
};

/** For `http.request`: fails with a PrivateAddressError when any of a name's addresses is private. */
export const publicLookup: LookupFunction = (hostname, options, callback) => {
  lookUp(hostname, { ...options, all: true }, (error, found) => {
    // Node's types promise a list also where the lookup failed.
    const addresses = (found as LookupAddress[] | undefined) ?? [];
    const [first] = addresses;
    if (error || !first) {
      callback(error ?? new Error(`${hostname} has no address`), '', 4);
      return;
    }
    if (!addresses.every(({ address }) => isPublicAddress(address))) {
      callback(new PrivateAddressError(hostname), '', 4);
      return;
    }
    if (options.all) callback(null, addresses);
    else callback(null, first.address, first.family);
  });
};

/** Whether a URL leads to a private address as of now; a name that cannot be looked up may come later. */
export const isPrivateNow = async (url: URL): Promise<boolean> => {
  const host = hostOf(url);
  if (isIP(host) !== 0) return !isPublicAddress(host);
  return new Promise((resolve) => {
    publicLookup(host, { all: true }, (error) => {
      resolve(error instanceof PrivateAddressError);
    });
  });
};
