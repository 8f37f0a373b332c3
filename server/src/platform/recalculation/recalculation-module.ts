/** The queue of all modules as a module of its own: its tables, and the drainer in the EMS edition. */
import type { Core } from '@strapi/strapi';
import type { ContactDataOwner } from '../contact-data';
import { defineModule, type PluginModule } from '../module';
import { service } from '../plugin';
import type { Relatives } from './contract';
import { createDrainer, type Drainer } from './drainer';
import { forgetChanges, queueContacts } from './queue';
import { QUEUE_TABLE, registerRecalculationTables } from './tables';

export const createRecalculationModule = (modules: PluginModule[]): PluginModule => {
  const recalculated = modules.flatMap((module) => module.recalculated ?? []);
  const tellers = modules.flatMap((module) => module.relatives ?? []);
  const relatives: Relatives = async (strapi, about) => {
    const found = await Promise.all(tellers.map((tell) => tell(strapi, about)));
    return found.flat();
  };
  return defineModule({
    name: 'recalculation',
    services: {
      recalculation: ({ strapi }) => createDrainer(strapi, { recalculated, relatives }),
    },
    contactData,
    register: ({ strapi }) => {
      registerRecalculationTables(strapi);
    },
    bootstrap: ({ strapi }) => {
      recalculation(strapi).start();
    },
    destroy: async ({ strapi }) => {
      await recalculation(strapi).stop();
    },
  });
};

export const recalculation = (strapi: Core.Strapi): Drainer =>
  service<Drainer>(strapi, 'recalculation');

const contactData: ContactDataOwner = {
  tables: { [QUEUE_TABLE]: 'contact_id' },
  /** Whatever waits for either of them is about all that the remaining one has now. */
  async reassign(strapi, trx, { from, into }) {
    await forgetChanges(strapi, [from], trx);
    await queueContacts(strapi, trx, [into], { all: true });
    return {};
  },
  export: () => Promise.resolve({}),
  erase: (strapi, trx, contactIds) => forgetChanges(strapi, contactIds, trx),
  restore: {
    derived: [QUEUE_TABLE],
    finish: (strapi, trx, contactIds) => queueContacts(strapi, trx, contactIds, { all: true }),
  },
};
