/** SQLite in the data folder, unless DATABASE_CLIENT says `postgres` or `mysql`. */
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { dataDir } from '../src/data-dir';

type Env = Core.Config.Shared.ConfigParams['env'];

const server = (env: Env, port: number, user: string) => ({
  host: env('DATABASE_HOST', '127.0.0.1'),
  port: env.int('DATABASE_PORT', port),
  database: env('DATABASE_NAME', 'playground'),
  user: env('DATABASE_USERNAME', user),
  password: env('DATABASE_PASSWORD', ''),
});

const clients = {
  sqlite: (env: Env) => ({
    connection: {
      filename: path.resolve(dataDir(), env('DATABASE_FILENAME', 'playground.db')),
    },
    useNullAsDefault: true,
  }),
  postgres: (env: Env) => ({
    connection: {
      ...server(env, 5432, 'postgres'),
      schema: env('DATABASE_SCHEMA', 'public'),
      ssl: env.bool('DATABASE_SSL', false),
    },
    pool: { min: env.int('DATABASE_POOL_MIN', 2), max: env.int('DATABASE_POOL_MAX', 10) },
  }),
  mysql: (env: Env) => ({
    connection: server(env, 3306, 'root'),
    pool: { min: env.int('DATABASE_POOL_MIN', 2), max: env.int('DATABASE_POOL_MAX', 10) },
  }),
};

const isClient = (name: string): name is keyof typeof clients => name in clients;

export default ({ env }: Core.Config.Shared.ConfigParams) => {
  const client = env('DATABASE_CLIENT', 'sqlite');
  if (!isClient(client)) {
    throw new Error(`DATABASE_CLIENT is "${client}"; it may be sqlite, postgres or mysql`);
  }
  return { connection: { client, ...clients[client](env) } };
};
