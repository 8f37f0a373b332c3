/**
 * Loads what is in node_modules natively, once per worker instead of once per test file: loading
 * Strapi takes Jest four seconds. The tests and the plugin's source are still loaded anew by every file.
 */
const asyncHooks = require('node:async_hooks');
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
  #storages = [];

  requireModuleOrMock(from, name) {
    if (name === 'node:async_hooks') return this.#asyncHooks();
    const file = resolve(from, name);
    return INSTALLED.test(file) ? require(file) : super.requireModuleOrMock(from, name);
  }

  /** A storage that is forgotten but not disabled would slow every later promise of the worker down. */
  #asyncHooks() {
    const storages = this.#storages;
    class AsyncLocalStorage extends asyncHooks.AsyncLocalStorage {
      constructor(...options) {
        super(...options);
        storages.push(this);
      }
    }
    return { ...asyncHooks, AsyncLocalStorage };
  }

  teardown() {
    for (const storage of this.#storages) storage.disable();
    super.teardown();
  }
};
exports.__esModule = true;
