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

  it('takes fields of the site, and false in the place of one that is to go', () => {
    const contact = {
      loyaltyTier: { type: 'enumeration', enum: ['gold', 'silver'], default: 'silver' },
      visits: { type: 'integer', min: 0, private: true },
      gone: false,
    };
    expect(
      withOptions((config) => Object.assign(config, { fields: { contact, account: {} } }))
    ).not.toThrow();
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
    [
      'a field of a type there is not',
      { fields: { contact: { tier: { type: 'colour' } }, account: {} } },
      /fields\.contact\.tier\.type must be one of the following values: string/,
    ],
    [
      'an enumeration of nothing',
      { fields: { contact: { tier: { type: 'enumeration' } }, account: {} } },
      /fields\.contact\.tier\.enum/,
    ],
    [
      'options of what is no enumeration',
      { fields: { contact: { tier: { type: 'string', enum: ['a'] } }, account: {} } },
      /unknown option "enum" in fields\.contact\.tier/,
    ],
    [
      'a required field, which visits could not fill in',
      { fields: { contact: {}, account: { tier: { type: 'string', required: true } } } },
      /unknown option "required" in fields\.account\.tier/,
    ],
    ...['a.b', 'a b', '__proto__x', 'Tier', 'tier_x'].map(
      (name) =>
        [
          `a field called ${name}`,
          { fields: { contact: { [name]: { type: 'string' } }, account: {} } },
          /cannot be a field; a name is a lower-case letter/,
        ] as [string, object, RegExp]
    ),
    ['fields of something else', { fields: { contact: {}, account: {}, order: {} } }, /"order"/],
  ])('refuses %s', (_name, change, message) => {
    expect(withOptions((config) => Object.assign(config, change))).toThrow(message);
  });
});
