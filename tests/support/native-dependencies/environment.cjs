/**
 * Jest's Node environment without a realm of its own: a `Date` or an `Error` that natively loaded
 * Strapi makes (see runtime.cjs) is then the `Date` and the `Error` of the tests.
 */
const vm = require('node:vm');
const hooks = require('@strapi/utils').hooks;
const { TestEnvironment } = require('jest-environment-node');

const withoutRealm = new WeakSet();
const { compileFunction } = vm;
vm.compileFunction = (code, parameters, { parsingContext, ...options } = {}) =>
  compileFunction(code, parameters, {
    ...options,
    ...(withoutRealm.has(parsingContext) ? {} : { parsingContext }),
  });

/** Strapi removes every listener as it stops, and with them the worker's line to Jest. */
const removeAllListeners = process.removeAllListeners;
process.removeAllListeners = function (...names) {
  for (const name of names.length > 0 ? names : ['SIGINT', 'SIGTERM']) {
    removeAllListeners.call(process, name);
  }
  return process;
};

/** Every Strapi registers the same functions with hooks that outlive it: once is enough. */
for (const [name, create] of Object.entries(hooks)) {
  if (typeof create !== 'function') continue;
  hooks[name] = () => {
    const hook = create();
    const { register } = hook;
    hook.register = (handler) =>
      hook.getHandlers().includes(handler) ? hook : register.call(hook, handler);
    return hook;
  };
}

module.exports = class NativeEnvironment extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    this.global = globalThis;
    withoutRealm.add(this.context);
  }
};
