/** Strapi's own controllers, plus upsert and the rule that a status in use is not deleted unasked. */
import type { Context } from 'koa';
import {
  coreController,
  coreService,
  removingController,
  type ServiceFactory,
} from '../../../platform/core-controller';
import { removeStatus } from '../contact-statuses';
import { CONTACT_STATUS_UID, CONTACT_UID } from '../contract';
import { findWithListFilters } from './find-contacts';
import { parseUpserts, type UpsertResult } from './parse-upserts';
import { upsertContacts } from './upsert-contacts';

export const createContactController = coreController(CONTACT_UID, ({ strapi }) => ({
  find: findWithListFilters(strapi),

  async upsert(ctx: Context): Promise<{ results: UpsertResult[] }> {
    return { results: await upsertContacts(strapi, parseUpserts(ctx.request.body)) };
  },
}));

export const createContactStatusController = removingController(CONTACT_STATUS_UID, removeStatus);

export const coreServices: Record<string, ServiceFactory> = {
  contact: coreService(CONTACT_UID),
  'contact-status': coreService(CONTACT_STATUS_UID),
};
