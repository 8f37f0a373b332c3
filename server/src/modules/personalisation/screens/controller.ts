/** The admin's panels beside an entry: how somebody sees it, and how its splits do. */
import { errors, validateYupSchemaSync, yup } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { isAllowed } from '../../../platform/admin-user';
import { refuseUnknown } from '../../../platform/list-query';
import { isRecord } from '../../../platform/records';
import { activityTypes } from '../../activities';
import { permissionsOf } from '../../conditions';
import { contacts } from '../../contacts';
import { holdsAudience } from '../audience/schemas';
import { readDeep } from '../content/read-deep';
import type { PreviewView, SeenAs, SplitResult } from '../contract';
import { splitResult } from '../splits/results';
import { contactAsVisitor, memberAsVisitor, STRANGER, type Visitor } from '../visitor/visitor';
import { preview } from './preview';

const wanted = yup.object({
  uid: yup.string().max(255).required(),
  documentId: yup.string().max(64).required(),
  status: yup.mixed<'draft' | 'published'>().oneOf(['draft', 'published']).default('draft'),
  locale: yup.string().max(35),
});

const question = yup.object({
  activity: yup.string().max(63).default('purchase'),
  withinDays: yup.number().integer().min(1).max(365).default(14),
});

export const createPersonalisationAdmin = ({ strapi }: { strapi: Core.Strapi }) => ({
  async preview(ctx: Context): Promise<{ data: PreviewView }> {
    const body: unknown = ctx.request.body;
    if (!isRecord(body)) throw new errors.ValidationError('The body must be an object');
    const { as, ...entry } = body;
    const asked = Object.fromEntries(Object.keys(wanted.fields).map((name) => [name, entry[name]]));
    const given = validateYupSchemaSync(wanted, { strict: false })(asked) as yup.InferType<
      typeof wanted
    >;
    const { uid, documentId, status, locale } = given;
    const seenAs = parseAs(as);
    const visitor = await visitorFor(strapi, ctx, seenAs);
    if (!Object.hasOwn(strapi.contentTypes, uid) || !holdsAudience(strapi, uid)) {
      throw new errors.NotFoundError('Nothing of this content type has an audience');
    }
    mayRead(ctx, uid);
    const record = await readDeep(strapi, {
      uid,
      documentId,
      status,
      ...(locale === undefined ? {} : { locale }),
    });
    if (!record) throw new errors.NotFoundError('There is no such entry');
    const allow =
      'contact' in seenAs ? (condition: unknown) => mayAsk(strapi, ctx, condition) : null;
    return { data: await preview(strapi, { uid, record }, { visitor, allow }) };
  },

  async split(ctx: Context & { params: { name: string } }): Promise<{ data: SplitResult }> {
    refuseUnknown(ctx.query, Object.keys(question.fields));
    const { activity, withinDays } = validateYupSchemaSync(question, { strict: false })(
      ctx.query
    ) as yup.InferType<typeof question>;
    if (!activityTypes(strapi).has(activity)) {
      throw new errors.ValidationError(`There is no activity type "${activity}"`);
    }
    const { name } = ctx.params;
    return { data: await splitResult(strapi, { split: name, activity, withinDays }) };
  },
});

const parseAs = (as: unknown): SeenAs => {
  if (isRecord(as)) {
    if (typeof as.group === 'string') return { group: as.group };
    if (typeof as.contact === 'string') return { contact: as.contact };
    if (as.stranger === true) return { stranger: true };
  }
  throw new errors.ValidationError('as must be { group }, { contact } or { stranger: true }');
};

const visitorFor = async (strapi: Core.Strapi, ctx: Context, as: SeenAs): Promise<Visitor> => {
  if ('group' in as) return memberAsVisitor(as.group);
  if ('stranger' in as) return STRANGER;
  if (!isAllowed(ctx, 'contacts.read')) {
    throw new errors.ForbiddenError('You may not see contacts, nor what one of them sees');
  }
  const contact = await contacts(strapi).findByDocumentId(as.contact);
  if (!contact) throw new errors.NotFoundError('There is no such contact');
  return contactAsVisitor(strapi, contact.id);
};

/** What somebody sees tells what they did: throws ForbiddenError for who may not know that. */
const mayAsk = (strapi: Core.Strapi, ctx: Context, condition: unknown): void => {
  if (isAllowed(ctx, permissionsOf(strapi, condition))) return;
  throw new errors.ForbiddenError('An audience here asks about what you may not see of a contact');
};

/** As the Content Manager lets them read it. */
const mayRead = (ctx: Context, uid: string): void => {
  const { userAbility } = ctx.state as {
    userAbility: { can(action: string, subject: string): boolean };
  };
  if (!userAbility.can('plugin::content-manager.explorer.read', uid)) {
    throw new errors.ForbiddenError('You may not read entries of this content type');
  }
};
