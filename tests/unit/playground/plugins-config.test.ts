import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import plugins from '../../../playground/config/plugins';
import { pluginConfig, validateConfig } from '../../../server/src/config';

describe('CM_TRACKING_RATE_LIMIT in the playground', () => {
  const before = { ...process.env };
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'cm-playground-'));
    process.env.CM_DATA_DIR = folder;
  });
  afterAll(() => {
    process.env = before;
    rmSync(folder, { recursive: true, force: true });
  });

  const env = Object.assign((_name: string, fallback: string) => fallback, {
    array: (_name: string, fallback: string[]) => fallback,
  });
  const trackingWith = (limit: string) => {
    process.env.CM_TRACKING_RATE_LIMIT = limit;
    const given = plugins({ env } as never)['contact-management'].config.tracking;
    return { ...pluginConfig.default().tracking, ...given };
  };
  const boot = (limit: string) => () => {
    validateConfig({ ...pluginConfig.default(), tracking: trackingWith(limit) });
  };

  it.each(['0', '-1', '1.5', 'of', 'NaN'])(
    'stops the boot with a sentence when it is %s',
    (limit) => {
      expect(boot(limit)).toThrow(
        'tracking.rateLimit must be "off" or a whole number of at least 1'
      );
    }
  );

  it.each([
    ['off', 'off'],
    ['5', 5],
    ['', 1_200],
  ])('"%s" means %s', (limit, meant) => {
    expect(boot(limit)).not.toThrow();
    expect(trackingWith(limit).rateLimit).toBe(meant);
  });
});
