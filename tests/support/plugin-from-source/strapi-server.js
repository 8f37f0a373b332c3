// The plugin straight from its source: the one that the test file starting this site has loaded, or,
// in a process that Jest did not start (Strapi's own commands), what is compiled as it is required.
module.exports = () =>
  globalThis.pluginFromSource ?? require('../../../server/src/index.ts').default;
