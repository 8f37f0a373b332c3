/** The admin screens' contacts; see "contacts module" in docs/reference/http-api.md. */
import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { findRows } from '../../platform/find-rows';
import { startBulk } from './bulk/change-many';
import { parseBulk } from './bulk/parse-bulk';
import { describeFields } from './contact-fields';
import { listOwners, readDetail } from './contact-views';
import {
  CONTACT_STATUS_UID,
  type ContactCount,
  type ContactDetail,
  type ContactPage,
  type FieldDescription,
  type OwnerView,
  type StatusView,
} from './contract';
import { countMatching, listContacts } from './list/list-contacts';
import { createContact, parseSaveRequest, updateContact } from './save-contact';
import { contacts } from './service';

type One = Context & { params: { documentId: string } };
interface Answer<Data> {
  data: Data;
}

export const createAdminController = ({ strapi }: { strapi: Core.Strapi }) => ({
  list: (ctx: Context): Promise<ContactPage> => listContacts(strapi, ctx.query),

  count: (ctx: Context): Promise<ContactCount> => countMatching(strapi, ctx.query),

  fields: (): Answer<FieldDescription[]> => ({ data: describeFields(strapi) }),

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
  async bulk(ctx: Context): Promise<{ jobId: string }> {
    const request = parseBulk(ctx.request.body);
    if (request.action === 'delete' && !mayDelete(ctx)) throw new errors.ForbiddenError();
    const jobId = await startBulk(strapi, request, adminIdOf(ctx));
    ctx.status = 202;
    return { jobId };
  },

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

/** Admin routes let nobody in without a user. */
const adminIdOf = (ctx: Context): number => (ctx.state.user as { id: number }).id;

const mayDelete = (ctx: Context): boolean => {
  const { userAbility } = ctx.state as { userAbility: { can(action: string): boolean } };
  return userAbility.can('plugin::contact-management.contacts.delete');
};
