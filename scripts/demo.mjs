/**
 * `npm run demo`: from a fresh clone to a running playground with its sample site. The last line on
 * standard output is JSON for scripts. Ctrl-C or SIGTERM stops everything, with exit code 0.
 */
import path from 'node:path';
import { parseArguments, USAGE, UsageError } from './demo/arguments.mjs';
import { ensurePlaygroundBuild, PLAYGROUND } from './demo/build-playground.mjs';
import { openDataDir, readLogin } from './demo/data-dir.mjs';
import { withLock } from './demo/lock.mjs';
import { isFree, listenBeside } from './demo/ports.mjs';
import { createSiteServer } from './demo/site-server.mjs';
import { startStrapi } from './demo/strapi-server.mjs';
import { ensureBuild } from './setup/build.mjs';
import { ensureDependencies } from './setup/dependencies.mjs';
import { ROOT } from './setup/run-command.mjs';

const HOST = '127.0.0.1';
const USAGE_ERROR = 2;

/** What has to be undone, the latest first. */
const cleanUps = [];
let stopping = false;

const stop = async (exitCode) => {
  if (stopping) return;
  stopping = true;
  for (const cleanUp of cleanUps.reverse()) await cleanUp();
  // Installing and building end with this process; see run-command.
  process.exit(exitCode);
};

const main = async () => {
  const options = parseArguments(process.argv.slice(2), {
    // npm runs scripts in the package's folder and keeps the person's own here.
    from: (process.env.npm_lifecycle_event === 'demo' && process.env.INIT_CWD) || process.cwd(),
    defaultDataDir: path.join(PLAYGROUND, 'data'),
  });
  if (options.help) return console.log(USAGE);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void stop(0));
  await demo(options);
};

const demo = async ({ port, dataDir, fresh, production }) => {
  await requireFree(port);
  cleanUps.push(openDataDir(dataDir, { fresh }).release);
  const env = {
    NODE_ENV: production ? 'production' : 'development',
    CM_DATA_DIR: dataDir,
    HOST,
    PORT: String(port),
  };
  await prepare(env);
  await requireFree(port);

  const url = `http://${HOST}:${port}`;
  const site = await startSite({ cms: url, port });
  console.log('Starting Strapi');
  const strapi = startStrapi({ url, dataDir, env: { ...env, CM_SITE_URL: site } });
  cleanUps.push(strapi.stop);
  await strapi.ready;
  announce({ url, site, ...readLogin(dataDir) });

  const ending = await strapi.ended;
  if (!stopping) throw new Error(`Strapi has ended (${ending}); see ${dataDir}/strapi.log`);
};

/** One at a time per repository: two demos that start together share one installation and build. */
const prepare = (env) =>
  withLock(
    path.join(ROOT, '.tmp', 'demo', 'prepare.pid'),
    { onWait: (pid) => console.log(`Waiting for process ${pid}, which installs or builds`) },
    async () => {
      await ensureDependencies();
      await ensureBuild();
      await ensurePlaygroundBuild(env);
    }
  );

const startSite = async ({ cms, port }) => {
  const server = createSiteServer({ root: path.join(PLAYGROUND, 'site'), cms });
  const sitePort = await listenBeside(server, port, HOST);
  cleanUps.push(async () => {
    server.close();
    server.closeAllConnections();
  });
  return `http://${HOST}:${sitePort}`;
};

const requireFree = async (port) => {
  if (!(await isFree(port, HOST))) {
    throw new Error(`Port ${port} is in use. Stop what uses it or choose another with --port.`);
  }
};

const announce = ({ url, site, admin, apiToken }) => {
  console.log(`
  Sample site   ${site}
  Strapi admin  ${url}/admin
  Log in as     ${admin.email}
  Password      ${admin.password}

  Walk through the site, then look at Contacts in the admin. Ctrl-C stops the demo.
`);
  console.log(JSON.stringify({ ready: true, url, admin, apiToken, site }));
};

main().catch(async (error) => {
  if (stopping) return;
  const isUsage = error instanceof UsageError;
  console.error(isUsage ? `${error.message}\n\n${USAGE}` : `\n${error.message}`);
  await stop(isUsage ? USAGE_ERROR : 1);
});
