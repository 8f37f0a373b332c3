import { createRateLimit } from '../../../server/src/modules/tracking/http/rate-limit';

const ADDRESS = '203.0.113.7';

describe('the rate limit', () => {
  it('refuses what is above it, address by address, and says when to come back', async () => {
    const limit = createRateLimit(3);
    await limit.consume(ADDRESS, 2);
    await limit.consume(ADDRESS, 1);
    await expect(limit.consume(ADDRESS, 1)).rejects.toMatchObject({
      status: 429,
      headers: { 'Retry-After': expect.stringMatching(/^[1-9]\d?$/) },
    });
    await limit.consume('203.0.113.8', 3);
  });

  it('lets a batch larger than itself pass once, which would never pass else', async () => {
    const limit = createRateLimit(3);
    await limit.consume(ADDRESS, 20);
    await expect(limit.consume(ADDRESS, 1)).rejects.toMatchObject({ status: 429 });
  });

  it('can be switched off', async () => {
    const limit = createRateLimit('off');
    await limit.consume(ADDRESS, 1_000_000);
    await expect(limit.consume(ADDRESS, 1_000_000)).resolves.toBeUndefined();
  });
});
