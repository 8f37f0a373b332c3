/**
 * Where invariants of a content type live: every write of the document service passes here, from
 * REST, GraphQL, the Content Manager and a site's own code alike.
 */
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { cleanValues } from './clean-text';
import { withRowNumbers } from './join-columns';
import { isMissingReference } from './sql/missing-reference';
import { isRefusedValue } from './sql/refused-value';
import { factsOf } from './writes-together';

export interface DocumentWrite {
  action: 'create' | 'update' | 'clone' | 'delete';
  /** The document that is changed, cloned or deleted; null when one is created. */
  documentId: string | null;
  /** What is to be written; may be replaced before `next`. */
  data: Record<string, unknown>;
  /** Set when it is written together with others (writes-together.ts): what their writer knows of it. */
  facts?: unknown;
}

type Next = () => Promise<unknown>;

/** Strapi types this once per action and content type; guards look at no more than this. */
interface Context {
  uid: string;
  action: DocumentWrite['action'];
  params: { documentId?: string; data?: Record<string, unknown> };
}

export type DocumentGuard = (
  strapi: Core.Strapi,
  write: DocumentWrite,
  next: Next
) => Promise<unknown>;

export const guardDocuments = (
  strapi: Core.Strapi,
  uid: string,
  guards: Partial<Record<DocumentWrite['action'], DocumentGuard>>
): void => {
  const middleware = async (context: Context, next: Next) => {
    const guard = context.uid === uid ? guards[context.action] : undefined;
    if (!guard) return next();
    const { params } = context;
    if (params.data) refuseInherited(params.data);
    const write: DocumentWrite = {
      action: context.action,
      documentId: params.documentId ?? null,
      data: params.data ? await withRowNumbers(strapi, uid, cleanValues(params.data)) : {},
      facts: factsOf(params),
    };
    return explainingRefusal(() =>
      guard(strapi, write, () => {
        if (params.data) context.params = { ...params, data: write.data };
        return next();
      })
    );
  };
  strapi.documents.use(middleware as unknown as Parameters<typeof strapi.documents.use>[0]);
};

/** Strapi takes what every object has (`constructor`) for one of its fields, and breaks. */
const refuseInherited = (data: Record<string, unknown>): void => {
  const name = Object.keys(data).find((one) => one in Object.prototype);
  if (name !== undefined) throw new errors.ValidationError(`There is no field "${name}"`);
};

const explainingRefusal = async (write: Next): Promise<unknown> => {
  try {
    return await write();
  } catch (error) {
    if (isMissingReference(error)) {
      throw new errors.ValidationError('Something that it points at has been deleted meanwhile');
    }
    if (!isRefusedValue(error)) throw error;
    throw new errors.ValidationError('A value does not fit its field: it is too long or too large');
  }
};
