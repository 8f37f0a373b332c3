import { pluginConfig, validateConfig } from '../../server/src/config';

const withOptions = (change: (config: ReturnType<typeof pluginConfig.default>) => unknown) => {
  const config = pluginConfig.default();
  change(config);
  return () => validateConfig(config);
};

describe('the plugin config', () => {
  it('is valid by default', () => {
    expect(withOptions(() => undefined)).not.toThrow();
  });

  it('names a misspelt option', () => {
    expect(withOptions((config) => Object.assign(config, { editon: 'cms' }))).toThrow(
      /unknown option "editon"/
    );
    expect(withOptions((config) => Object.assign(config.tracking, { ratelimit: 5 }))).toThrow(
      /unknown option "ratelimit" in tracking/
    );
  });

  it.each([
    ['edition', { edition: 'pro' }, /edition/],
    [
      'a rate limit of zero',
      { tracking: { ...pluginConfig.default().tracking, rateLimit: 0 } },
      /rateLimit/,
    ],
    [
      'a path without a slash',
      { tracking: { ...pluginConfig.default().tracking, path: 'cm' } },
      /tracking\.path/,
    ],
    [
      'a collection without a contact',
      { activities: { 'api::order.order': { on: 'create', type: 'purchase' } } },
      /contact/,
    ],
  ])('refuses %s', (_name, change, message) => {
    expect(withOptions((config) => Object.assign(config, change))).toThrow(message);
  });
});
