import {
  hostOf,
  isPrivateNow,
  isPublicAddress,
  PrivateAddressError,
  publicLookup,
  refusePrivateLiteral,
} from '../../../server/src/platform/public-address';

const PRIVATE = [
  ['loopback', 'http://127.0.0.1/'],
  ['loopback, another', 'http://127.8.9.1/'],
  ['loopback in IPv6', 'http://[::1]/'],
  ['this host', 'http://0.0.0.0/'],
  ['this host in IPv6', 'http://[::]/'],
  ['10/8', 'http://10.1.2.3/'],
  ['172.16/12', 'http://172.31.255.255/'],
  ['192.168/16', 'http://192.168.0.1/'],
  ['carrier-grade NAT', 'http://100.64.0.1/'],
  ["a cloud's metadata", 'http://169.254.169.254/'],
  ['link-local IPv6', 'http://[fe80::1]/'],
  ['unique local IPv6', 'http://[fd00::1]/'],
  ['IPv4 mapped into IPv6', 'http://[::ffff:127.0.0.1]/'],
  ['IPv4 mapped into IPv6, in hex', 'http://[::ffff:7f00:1]/'],
  ['IPv4 compatible IPv6', 'http://[::127.0.0.1]/'],
  ['NAT64 of loopback', 'http://[64:ff9b::7f00:1]/'],
  ['6to4 of loopback', 'http://[2002:7f00:1::]/'],
  ['Teredo', 'http://[2001:0:7f00:1::]/'],
  ['decimal', 'http://2130706433/'],
  ['hexadecimal', 'http://0x7f000001/'],
  ['hexadecimal parts', 'http://0x7f.0.0.1/'],
  ['octal', 'http://0177.0.0.1/'],
  ['short', 'http://127.1/'],
  ['full-width digits', 'http://１２７.0.0.1/'],
  ['multicast', 'http://224.0.0.1/'],
  ['broadcast', 'http://255.255.255.255/'],
] as const;

describe('an address that only this server can reach', () => {
  it.each(PRIVATE)('is refused: %s', async (_name, text) => {
    const url = new URL(text);
    expect(await isPrivateNow(url)).toBe(true);
    expect(() => refusePrivateLiteral(url)).toThrow(PrivateAddressError);
  });

  it.each(['localhost', 'LOCALHOST'])('is refused behind the name %s', async (name) => {
    expect(await isPrivateNow(new URL(`https://${name}:8443/hook`))).toBe(true);
  });

  it.each([{ all: true }, { all: false }, {}])(
    'is refused when a connection looks the name up (%j)',
    async (options) => {
      const error = await new Promise((resolve) => {
        publicLookup('localhost', options, resolve);
      });
      expect(error).toBeInstanceOf(PrivateAddressError);
    }
  );
});

describe('a name that nobody has', () => {
  it('is let through for now, and fails the connection', async () => {
    expect(await isPrivateNow(new URL('https://nobody.invalid/'))).toBe(false);
    const error = await new Promise((resolve) => {
      publicLookup('nobody.invalid', { all: true }, resolve);
    });
    expect(error).toMatchObject({ syscall: 'getaddrinfo' });
  });
});

describe('an address of the internet', () => {
  it.each(['93.184.215.14', '8.8.8.8', '172.32.0.1', '2606:4700:4700::1111', '2a00:1450::1'])(
    'is let through: %s',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    }
  );

  it('is not taken for one when it is no address', () => {
    expect(isPublicAddress('example.org')).toBe(false);
    expect(hostOf(new URL('http://[2606:4700::1]:80/'))).toBe('2606:4700::1');
  });
});
