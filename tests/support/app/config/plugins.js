module.exports = () => ({
  'users-permissions': { config: { jwtSecret: 'test-jwt-secret' } },
  'contact-management': {
    enabled: process.env.TEST_PLUGIN_DISABLED !== 'true',
    resolve: process.env.TEST_PLUGIN_DIR,
    config: JSON.parse(process.env.TEST_PLUGIN_CONFIG ?? '{}'),
  },
});
