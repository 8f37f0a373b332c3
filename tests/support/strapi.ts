/** A real Strapi with the plugin, on a fresh database, listening on a free port of 127.0.0.1. */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { createStrapi, type Core } from '@strapi/strapi';
import supertest from 'supertest';
import plugin from '../../server/src';
import { createDatabase, type TestDatabase } from './databases';

const SUPPORT = __dirname;
const FROM_SOURCE = path.join(SUPPORT, 'plugin-from-source');

export interface TestSite {
  strapi: Core.Strapi;
  database: TestDatabase;
  appDir: string;
  url: string;
  http: ReturnType<typeof supertest>;
  /** A super admin's bearer token. */
  adminToken: string;
  /** A full-access API token. */
  apiToken: string;
  /** Stops Strapi and boots it again on the same database and app folder. */
  restart(options?: BootOptions): Promise<void>;
  /** Boots again what was stopped by `strapi.destroy()`: between the two, the database is free. */
  start(options?: BootOptions): Promise<void>;
  stop(): Promise<void>;
}

export interface BootOptions {
  config?: Record<string, unknown>;
  pluginDisabled?: boolean;
}

/** `prepare` may change the app's folder (add a content type, an extension) before the first boot. */
export const startSite = async (
  options: BootOptions & {
    prepare?: (appDir: string) => Promise<void>;
    database?: TestDatabase;
  } = {}
): Promise<TestSite> => {
  const database = options.database ?? (await createDatabase());
  const appDir = await copyApp();
  await options.prepare?.(appDir);
  const booted = await boot(appDir, database, options).catch(async (error: unknown) => {
    await rm(appDir, { recursive: true, force: true });
    await database.drop();
    throw error;
  });
  const site: TestSite = {
    ...booted,
    ...(await credentials(booted.strapi, booted.http)),
    database,
    appDir,
    restart: async (next = options) => {
      await site.strapi.destroy();
      await site.start(next);
    },
    start: async (next = options) => {
      Object.assign(site, await boot(appDir, database, next));
    },
    stop: async () => {
      await site.strapi.destroy();
      await rm(appDir, { recursive: true, force: true });
      await database.drop();
    },
  };
  return site;
};

/** Inside the repository, so that the app finds the repository's node_modules. */
const copyApp = async (): Promise<string> => {
  const folder = await mkdtemp(path.join(SUPPORT, '..', '.tmp-app-'));
  await cp(path.join(SUPPORT, 'app'), folder, { recursive: true });
  return folder;
};

const boot = async (appDir: string, database: TestDatabase, options: BootOptions) => {
  process.env.TEST_DATABASE_CONNECTION = JSON.stringify(database.connection);
  Object.assign(globalThis, { pluginFromSource: plugin });
  process.env.TEST_PLUGIN_DIR = FROM_SOURCE;
  process.env.TEST_PLUGIN_CONFIG = JSON.stringify(options.config ?? {});
  process.env.TEST_PLUGIN_DISABLED = String(options.pluginDisabled ?? false);
  const strapi = createStrapi({
    appDir,
    distDir: appDir,
    autoReload: false,
    serveAdminPanel: false,
  });
  await strapi.load().catch(async (error: unknown) => {
    // What failed early has parts that Strapi cannot take down; why it failed is what counts.
    await strapi.destroy().catch(() => undefined);
    throw error;
  });
  strapi.server.mount();
  await new Promise<void>((resolve) => {
    strapi.server.httpServer.listen(0, '127.0.0.1', resolve);
  });
  const { port } = strapi.server.httpServer.address() as AddressInfo;
  return {
    strapi,
    url: `http://127.0.0.1:${port}`,
    http: supertest(strapi.server.httpServer),
  };
};

const ADMIN = { email: 'admin@contacts.test', password: 'Test-password-1' };

const credentials = async (strapi: Core.Strapi, http: ReturnType<typeof supertest>) => {
  const superAdmin = await strapi.service('admin::role').getSuperAdmin();
  await strapi.service('admin::user').create({
    ...ADMIN,
    firstname: 'Ada',
    lastname: 'Admin',
    isActive: true,
    registrationToken: null,
    roles: [superAdmin.id],
  });
  const login = await http.post('/admin/login').send(ADMIN).expect(200);
  const token = await strapi
    .service('admin::api-token')
    .create({ name: 'tests', type: 'full-access', lifespan: null, description: '' });
  return { adminToken: login.body.data.token as string, apiToken: token.accessKey as string };
};
