import type { Core } from '@strapi/strapi';
import { ensureLogin } from './first-start/login';
import { allowSiteActions } from './first-start/permissions';
import { stopWithParent } from './first-start/stop-with-parent';
import { loadSampleOnce } from './sample-data/loading/load-sample';

export default {
  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    stopWithParent();
    await allowSiteActions(strapi);
    await ensureLogin(strapi);
    await loadSampleOnce(strapi);
  },
};
