import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { errors } from '@strapi/utils';
import { adminRoute, NAMED_ACTIVITY } from '../../platform/admin-route';
import { defineModule } from '../../platform/module';
import { contacts } from '../contacts';
import { identityData } from './contact-data';
import type { DeviceView } from './contract';
import { readDevices } from './devices';
import { createIdentity } from './service';
import { registerTables } from './tables';

export * from './contract';
export { identity, type IdentifyRequest } from './service';
export { resolveVisitors, type NewContact, type ResolvedVisitor } from './resolve-visitors';
export { outlasts, type Sighting } from './sighting';
export { startsSession } from './sessions';
export { startVisits } from './start-visits';
export { touchContacts, touchedFields, touchVisitors } from './touch';
export { recordVisitorConsent } from './visitor-consent';
export { SESSIONS_TABLE, VISITORS_TABLE } from './tables';

const createDeviceController = ({ strapi }: { strapi: Core.Strapi }) => ({
  async list(ctx: Context & { params: { documentId: string } }): Promise<{ data: DeviceView[] }> {
    const contact = await contacts(strapi).findByDocumentId(ctx.params.documentId);
    if (!contact) throw new errors.NotFoundError('There is no such contact');
    return { data: await readDevices(strapi, contact.id) };
  },
});

export const identityModule = defineModule({
  name: 'identity',
  routes: {
    admin: [
      adminRoute('GET', '/contacts/:documentId/devices', 'devices.list', NAMED_ACTIVITY, {
        editions: ['ems'],
      }),
    ],
  },
  controllers: { devices: createDeviceController },
  services: { identity: createIdentity },
  contactData: identityData,
  register: ({ strapi }) => registerTables(strapi),
});
