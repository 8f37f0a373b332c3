/** `strapi start` in production as a process of its own: what a site's visitors and editors meet. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { strapiCli, type FreshApp } from './fresh-app';

const START_MILLISECONDS = 60_000;
const ADMIN = { email: 'admin@contacts.test', password: 'Test-password-1' };

export interface ProductionSite {
  url: string;
  /** A super admin's login. */
  admin: { email: string; password: string };
  stop(): Promise<void>;
}

export interface ProductionOptions {
  /** The plugin's config, as in the site's `config/plugins.js`. */
  config?: Record<string, unknown>;
}

/** On an empty SQLite database. Throws with the output when Strapi does not come up. */
export const startProduction = async (
  app: FreshApp,
  options: ProductionOptions = {}
): Promise<ProductionSite> => {
  const { url, child, output, tidy } = await launch(app, options);
  const stop = async () => {
    if (child.exitCode === null) {
      child.kill('SIGTERM');
      await ended(child);
    }
    await tidy();
  };
  try {
    await untilHealthy(url, child);
    await registerAdmin(url);
  } catch (error) {
    await stop();
    throw new Error(`${String(error)}\n${output()}`);
  }
  return { url, admin: ADMIN, stop };
};

/** Starts Strapi and waits for it to give up. Answers with its exit code and everything it printed. */
export const startInVain = async (
  app: FreshApp,
  options: ProductionOptions
): Promise<{ exitCode: number | null; output: string }> => {
  const { child, output, tidy } = await launch(app, options);
  const timer = setTimeout(() => child.kill('SIGKILL'), START_MILLISECONDS);
  const exitCode = await ended(child);
  clearTimeout(timer);
  await tidy();
  return { exitCode, output: output() };
};

const launch = async (app: FreshApp, { config = {} }: ProductionOptions) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'cm-production-'));
  const port = await freePort();
  const child = spawn(process.execPath, [strapiCli(app.dir), 'start'], {
    cwd: app.dir,
    env: {
      ...process.env,
      ...app.env,
      NODE_ENV: 'production',
      PORT: String(port),
      DATABASE_FILENAME: path.join(folder, 'data.db'),
      PLUGIN_CONFIG: JSON.stringify(config),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  }
  return {
    url: `http://127.0.0.1:${port}`,
    child,
    output: () => printed,
    tidy: () => rm(folder, { recursive: true, force: true }),
  };
};

const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => {
    if (child.exitCode !== null) resolve(child.exitCode);
    else child.once('close', resolve);
  });

const untilHealthy = async (url: string, child: ChildProcess): Promise<void> => {
  const deadline = Date.now() + START_MILLISECONDS;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`Strapi ended with code ${child.exitCode}`);
    const answer = await fetch(`${url}/_health`).catch(() => undefined);
    if (answer?.ok) return;
    await pause(100);
  }
  throw new Error(`Strapi did not answer within ${START_MILLISECONDS} ms`);
};

const registerAdmin = async (url: string): Promise<void> => {
  const answer = await fetch(`${url}/admin/register-admin`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...ADMIN, firstname: 'Ada', lastname: 'Admin' }),
  });
  if (!answer.ok) throw new Error(`registering the first admin answered ${answer.status}`);
};

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
