/** What `npm run demo` may be told, and the sentence it answers when it is told something else. */
import path from 'node:path';
import { parseArgs } from 'node:util';

export const USAGE = `Usage: npm run demo -- [options]

  --port N         port of Strapi (default 1337); the sample site listens 1000 above it
  --data-dir DIR   where the database, uploads and secrets live (default playground/data)
  --fresh          forget what an earlier demo kept in that folder
  --production     run with NODE_ENV=production
  --help           show this`;

export class UsageError extends Error {}

/**
 * @typedef {{ port: number, dataDir: string, fresh: boolean, production: boolean, help: boolean }} DemoOptions
 * @param {string[]} argv without node and the script
 * @param {{ from: string, defaultDataDir: string }} folders `from` is what a relative --data-dir starts at
 * @returns {DemoOptions}
 * @throws {UsageError} with a sentence for the person at the terminal
 */
export const parseArguments = (argv, { from, defaultDataDir }) => {
  const { port, 'data-dir': dataDir, ...switches } = readFlags(argv);
  if (dataDir === '') throw new UsageError('--data-dir needs a folder');
  return {
    port: parsePort(port),
    dataDir: dataDir === undefined ? defaultDataDir : path.resolve(from, dataDir),
    fresh: switches.fresh,
    production: switches.production,
    help: switches.help,
  };
};

const readFlags = (argv) => {
  try {
    return parseArgs({
      args: argv,
      strict: true,
      allowPositionals: false,
      options: {
        port: { type: 'string', default: '1337' },
        'data-dir': { type: 'string' },
        fresh: { type: 'boolean', default: false },
        production: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }).values;
  } catch (error) {
    // Node's own sentences name the flag; what follows the first one is advice on quoting.
    throw new UsageError(error.message.split('. ')[0]);
  }
};

const parsePort = (text) => {
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= 1 && port <= 65_535) return port;
  throw new UsageError(`--port is "${text}"; it must be a whole number from 1 to 65535`);
};
