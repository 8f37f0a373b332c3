/** The admin's builder: what can be asked, how many match, and why one contact does. */
import type { Core } from '@strapi/strapi';
import { errors, validateYupSchemaSync, yup } from '@strapi/utils';
import type { Context } from 'koa';
import { isAllowed } from '../../../platform/admin-user';
import { knownFields } from '../../../platform/fields/definitions';
import { refuseUnknown } from '../../../platform/list-query';
import { isRecord } from '../../../platform/records';
import { contacts } from '../../contacts';
import type { Condition, ConditionCatalogue, ConditionPreview, Explanation } from '../contract';
import { permissionsOf } from '../permissions';
import { conditions } from '../service';
import { isTimeZone } from '../time/zoned';
import { describeCatalogue } from './catalogue';
import { listValues, type ValueOption, type ValuesAsked } from './values';

interface Answer<Data> {
  data: Data;
}

const valuesQuery = yup.object({
  of: yup.string().oneOf(['contact', 'account', 'activity']).default('contact'),
  field: yup.string().max(100).required(),
  q: yup.string().max(200).default(''),
});

const NEEDED: Record<ValuesAsked['of'], string[]> = {
  contact: [],
  account: ['accounts.read'],
  activity: ['activities.read'],
};

export const createConditionsAdmin = ({ strapi }: { strapi: Core.Strapi }) => ({
  async catalogue(): Promise<Answer<ConditionCatalogue>> {
    await knownFields(strapi).refresh();
    return { data: await describeCatalogue(strapi) };
  },

  async values(ctx: Context): Promise<Answer<ValueOption[]>> {
    refuseUnknown(ctx.query, Object.keys(valuesQuery.fields));
    const { of, field, q } = validateYupSchemaSync(valuesQuery, { strict: false })(
      ctx.query
    ) as ValuesAsked;
    if (!isAllowed(ctx, NEEDED[of])) throw new errors.ForbiddenError();
    return { data: await listValues(strapi, { of, field, q }) };
  },

  async preview(ctx: Context): Promise<Answer<ConditionPreview>> {
    const { condition, timeZone, body } = await readAsked(strapi, ctx);
    const exact = body.exact === true;
    return { data: await conditions(strapi).preview(condition, { timeZone, exact }) };
  },

  async explain(ctx: Context): Promise<Answer<Explanation>> {
    const { condition, timeZone, body } = await readAsked(strapi, ctx);
    const found =
      typeof body.contact === 'string'
        ? await contacts(strapi).findByDocumentId(body.contact)
        : null;
    if (!found) throw new errors.NotFoundError('There is no such contact');
    return { data: await conditions(strapi).explain(condition, found.id, { timeZone }) };
  },
});

interface AskedBody {
  condition: Condition;
  timeZone: string | null;
  body: Record<string, unknown>;
}

/** Throws ForbiddenError for what the caller may not see, and a ValidationError for what is none. */
const readAsked = async (strapi: Core.Strapi, ctx: Context): Promise<AskedBody> => {
  const body: unknown = ctx.request.body;
  if (!isRecord(body)) throw new errors.ValidationError('The body must hold a condition');
  const { timeZone = null } = body;
  if (timeZone !== null && !isTimeZone(timeZone)) {
    throw new errors.ValidationError('timeZone must be such as "Europe/Prague"');
  }
  if (!isAllowed(ctx, permissionsOf(strapi, body.condition))) {
    throw new errors.ForbiddenError('The condition asks about what you may not see');
  }
  await knownFields(strapi).refresh();
  return { condition: conditions(strapi).parse(body.condition, { timeZone }), timeZone, body };
};
