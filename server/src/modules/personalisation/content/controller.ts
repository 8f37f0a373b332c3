/** `GET /personalised`: whether content varies with its visitor. Whoever may read it may know. */
import { createHash } from 'node:crypto';
import { errors, validateYupSchemaSync, yup } from '@strapi/utils';
import type { Core, UID } from '@strapi/strapi';
import type { Context } from 'koa';
import { refuseUnknown } from '../../../platform/list-query';
import type { Personalised } from '../contract';
import { variationOfEntry, variationOfType } from './variation';

const schema = yup.object({
  uid: yup.string().max(255).required(),
  documentId: yup.string().max(64),
  locale: yup.string().max(35),
});

const MAX_AGE_SECONDS = 60;

export const createPersonalisedController = ({ strapi }: { strapi: Core.Strapi }) => ({
  async find(ctx: Context): Promise<{ data: Personalised } | null> {
    refuseUnknown(ctx.query, Object.keys(schema.fields));
    const { uid, documentId, locale } = validateYupSchemaSync(schema, { strict: false })(
      ctx.query
    ) as yup.InferType<typeof schema>;
    await mustBeReadable(strapi, ctx, uid, documentId === undefined ? 'find' : 'findOne');
    const data =
      documentId === undefined
        ? await variationOfType(strapi, uid)
        : await variationOfEntry(strapi, {
            uid,
            documentId,
            ...(locale === undefined ? {} : { locale }),
          });
    if (!data) throw new errors.NotFoundError('There is no such published entry');
    return isKnownTo(ctx, data) ? null : { data };
  },
});

/** As the entry itself is. Throws NotFoundError and ForbiddenError. */
const mustBeReadable = async (
  strapi: Core.Strapi,
  ctx: Context,
  uid: string,
  action: 'find' | 'findOne'
): Promise<void> => {
  const isThere = Object.hasOwn(strapi.contentTypes, uid) && /^(api|plugin)::/.test(uid);
  if (!isThere) throw new errors.NotFoundError('This site has no such content type');
  const { kind } = strapi.contentType(uid as UID.ContentType);
  const scope = `${uid}.${kind === 'singleType' ? 'find' : action}`;
  const { auth } = ctx.state as { auth: Parameters<typeof strapi.auth.verify>[0] };
  await strapi.auth.verify(auth, { scope } as never);
};

/** Sets the headers; whether the asker's copy is still right. */
const isKnownTo = (ctx: Context, data: Personalised): boolean => {
  const scope = ctx.get('authorization') === '' ? 'public' : 'private';
  ctx.status = 200;
  ctx.set('Cache-Control', `${scope}, max-age=${MAX_AGE_SECONDS}`);
  ctx.vary('Authorization');
  ctx.etag = createHash('sha256').update(JSON.stringify(data)).digest('base64url');
  if (!ctx.fresh) return false;
  ctx.status = 304;
  return true;
};
