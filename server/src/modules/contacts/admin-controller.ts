/** The admin screens' contacts; see "contacts module" in docs/reference/http-api.md. */
import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { adminIdOf } from '../../platform/admin-user';
import type { BulkStarted } from '../../platform/bulk/contract';
import { startBulk } from '../../platform/bulk/start-bulk';
import { type FieldDescription } from '../../platform/fields/contract';
import { describeCustomFields } from '../../platform/fields/describe-custom';
import { findRows } from '../../platform/find-rows';
import { refuseFilters } from '../../platform/list-filters';
import { CONTACTS } from './bulk/contact-subject';
import { describeFields } from './contact-fields';
import { listOwners, readDetail } from './contact-views';
import {
  CONTACT_STATUS_UID,
  CONTACT_UID,
  type ContactCount,
  type ContactDetail,
  type ContactPage,
  type FoundContact,
  type OwnerView,
  type StatusView,
} from './contract';
import { exportContacts } from './export/export-contacts';
import { givenColumns } from './list/given-columns';
import { countMatching, listContacts } from './list/list-contacts';
import { quickFind } from './list/quick-find';
import { createContact, parseSaveRequest, updateContact } from './save-contact';
import { contacts } from './service';

type One = Context & { params: { documentId: string } };
interface Answer<Data> {
  data: Data;
}

export const createAdminController = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** `with=accounts` brings columns of other modules along. */
  async list(ctx: Context): Promise<ContactPage> {
    const { with: asked, ...query } = ctx.query;
    refuseFilters(strapi, ctx, CONTACT_UID);
    return listContacts(strapi, query, givenColumns(strapi, ctx, asked));
  },

  async count(ctx: Context): Promise<ContactCount> {
    refuseFilters(strapi, ctx, CONTACT_UID);
    return countMatching(strapi, ctx.query);
  },

  fields: async (): Promise<Answer<FieldDescription[]>> => ({
    data: [...describeFields(strapi), ...(await describeCustomFields(strapi, 'contact'))],
  }),

  find: async (ctx: Context): Promise<Answer<FoundContact[]>> => ({
    data: await quickFind(strapi, ctx.query),
  }),

  /** The answer is a stream. */
  export: (ctx: Context): Promise<void> => exportContacts(strapi, ctx),

  findOne: (ctx: One): Promise<Answer<ContactDetail>> => detail(strapi, ctx.params.documentId),

  async create(ctx: Context): Promise<Answer<ContactDetail>> {
    const request = parseSaveRequest(strapi, ctx.request.body);
    const documentId = await createContact(strapi, request, adminIdOf(ctx));
    ctx.status = 201;
    return detail(strapi, documentId);
  },

  async update(ctx: One): Promise<Answer<ContactDetail>> {
    const { documentId } = ctx.params;
    const request = parseSaveRequest(strapi, ctx.request.body);
    await updateContact(strapi, documentId, { ...request, adminId: adminIdOf(ctx) });
    return detail(strapi, documentId);
  },

  async delete(ctx: One): Promise<Answer<null>> {
    const erased = await contacts(strapi).erase([ctx.params.documentId]);
    if (erased.contactIds.length === 0) throw new errors.NotFoundError(NO_CONTACT);
    return { data: null };
  },

  /** Deleting needs its own permission on top of the route's. */
  bulk: (ctx: Context): Promise<BulkStarted> => startBulk(strapi, CONTACTS, ctx),

  async statuses(): Promise<Answer<StatusView[]>> {
    const statuses = await findRows<StatusView>(strapi, CONTACT_STATUS_UID, {
      select: ['documentId', 'name', 'displayName', 'color', 'order'],
      orderBy: [{ order: 'asc' }, { displayName: 'asc' }],
    });
    return {
      data: statuses.map(({ documentId, name, displayName, color, order }) => ({
        documentId,
        name,
        displayName,
        color,
        order,
      })),
    };
  },

  owners: async (): Promise<Answer<OwnerView[]>> => ({ data: await listOwners(strapi) }),
});

const NO_CONTACT = 'There is no such contact';

const detail = async (strapi: Core.Strapi, documentId: string): Promise<Answer<ContactDetail>> => {
  const contact = await readDetail(strapi, documentId);
  if (!contact) throw new errors.NotFoundError(NO_CONTACT);
  return { data: contact };
};
