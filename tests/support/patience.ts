/**
 * A limit, not an expectation: a real Strapi or browser on a busy machine may take many times its usual
 * second. (Jest takes `testTimeout` for all projects or none.)
 */
jest.setTimeout(120_000);
