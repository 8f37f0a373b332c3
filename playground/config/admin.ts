import type { Core } from '@strapi/strapi';
import { secrets } from '../src/secrets';

export default (): Core.Config.Admin => ({
  auth: { secret: secrets().adminJwtSecret },
  apiToken: { salt: secrets().apiTokenSalt },
  transfer: { token: { salt: secrets().transferTokenSalt } },
  secrets: { encryptionKey: secrets().encryptionKey },
  // Five logins in five minutes are soon used up by someone who tries things out.
  rateLimit: { enabled: false },
  autoOpen: false,
  flags: { nps: false, promoteEE: false },
});
