// The plugin straight from its source: Jest compiles what this requires.
module.exports = require('../../../server/src/index.ts').default;
