import type { Core } from '@strapi/strapi';
import { publicDir } from '../src/data-dir';
import { secrets } from '../src/secrets';

export default ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Server => ({
  host: env('HOST', '127.0.0.1'),
  port: env.int('PORT', 1337),
  app: { keys: secrets().appKeys },
  logger: { updates: { enabled: false } },
  dirs: { public: publicDir() },
});
