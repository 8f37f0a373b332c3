// PLUGIN_RESOLVE is set only where the plugin is a folder of the app instead of an npm package.
module.exports = ({ env }) => ({
  'users-permissions': { config: { jwtSecret: 'test-jwt-secret' } },
  'contact-management': {
    enabled: true,
    config: env.json('PLUGIN_CONFIG', {}),
    ...(env('PLUGIN_RESOLVE') ? { resolve: env('PLUGIN_RESOLVE') } : {}),
  },
});
