/** What the account card and form send, written through the document service with its rules. */
import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import { CUSTOM_VALUES } from '../../platform/fields/contract';
import { isRecord } from '../../platform/records';
import { describeFields } from './account-fields';
import { ACCOUNT_UID } from './contract';

type Data = Record<string, unknown>;

/** Takes `{ data }`. Throws a ValidationError that names a field which a form cannot write. */
export const parseSaveRequest = (strapi: Core.Strapi, body: unknown): Data => {
  if (!isRecord(body) || !isRecord(body.data)) {
    throw new errors.ValidationError('The body must hold the account under "data"');
  }
  const editable = new Set([
    CUSTOM_VALUES,
    ...describeFields(strapi)
      .filter((field) => field.editable)
      .map(({ name }) => name),
  ]);
  const refused = Object.keys(body.data).find((name) => !editable.has(name));
  if (refused !== undefined) {
    throw new errors.ValidationError(
      `An account has no field "${refused}" that can be edited here`
    );
  }
  return body.data;
};

/** Answers with the new account's document id. */
export const createAccount = async (
  strapi: Core.Strapi,
  data: Data,
  adminId: number
): Promise<string> => {
  const created = await strapi
    .documents(ACCOUNT_UID as never)
    .create({ data: { ...data, createdBy: adminId, updatedBy: adminId } as never });
  return created.documentId;
};

/** Throws NotFoundError. */
export const updateAccount = async (
  strapi: Core.Strapi,
  documentId: string,
  data: Data,
  adminId: number
): Promise<void> => {
  const updated = await strapi
    .documents(ACCOUNT_UID as never)
    .update({ documentId, data: { ...data, updatedBy: adminId } as never });
  if (!updated) throw new errors.NotFoundError('There is no such account');
};
