/**
 * Loads what is in node_modules natively, once per worker instead of once per test file: loading
 * Strapi takes Jest four seconds. The tests and the plugin's source are still loaded anew by every file.
 */
const { createRequire } = require('node:module');
const Runtime = require('jest-runtime').default;

const INSTALLED = /[\\/]node_modules[\\/](?!jest|@jest|expect[\\/])/;

const resolve = (from, name) => {
  try {
    return createRequire(from).resolve(name);
  } catch {
    // A source file without its extension: Jest finds it.
    return '';
  }
};

exports.default = class extends Runtime {
  requireModuleOrMock(from, name) {
    const file = resolve(from, name);
    return INSTALLED.test(file) ? require(file) : super.requireModuleOrMock(from, name);
  }
};
exports.__esModule = true;
