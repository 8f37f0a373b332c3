import { truncateAddress } from '../../../server/src/modules/tracking/collect/truncate-address';

describe('truncateAddress', () => {
  it.each([
    ['203.0.113.77', '203.0.113.0'],
    ['::ffff:203.0.113.77', '203.0.113.0'],
    ['2001:db8:1234:5678:9abc:def0:1234:5678', '2001:db8:1234::'],
    ['2001:db8::1', '2001:db8:0::'],
    ['::1', '0:0:0::'],
    ['fe80::1%eth0', 'fe80:0:0::'],
    ['not an address', null],
    ['', null],
    ['203.0.113.777', null],
  ])('keeps of %s only %s', (address, kept) => {
    expect(truncateAddress(address)).toBe(kept);
  });
});
