/** What the contact card and form send, written through the document service with its rules. */
import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import { attributed } from '../../platform/actor';
import { cleanText } from '../../platform/clean-text';
import { CUSTOM_VALUES } from '../../platform/fields/contract';
import { isRecord } from '../../platform/records';
import { describeFields } from './contact-fields';
import { CONTACT_UID } from './contract';

export interface SaveRequest {
  data: Record<string, unknown>;
  /** Kept with a change of state or status. */
  why: string;
}

const MAX_WHY_LENGTH = 255;

/** Takes `{ data, why? }`. Throws a ValidationError that names a field which a form cannot write. */
export const parseSaveRequest = (strapi: Core.Strapi, body: unknown): SaveRequest => {
  if (!isRecord(body) || !isRecord(body.data)) {
    throw new errors.ValidationError('The body must hold the contact under "data"');
  }
  const why = body.why ?? '';
  if (typeof why !== 'string' || why.length > MAX_WHY_LENGTH) {
    throw new errors.ValidationError(`why must be text of at most ${MAX_WHY_LENGTH} characters`);
  }
  const editable = new Set([
    CUSTOM_VALUES,
    ...describeFields(strapi)
      .filter((field) => field.editable)
      .map(({ name }) => name),
  ]);
  const refused = Object.keys(body.data).find((name) => !editable.has(name));
  if (refused !== undefined) {
    throw new errors.ValidationError(`A contact has no field "${refused}" that can be edited here`);
  }
  return { data: body.data, why: cleanText(why, MAX_WHY_LENGTH) };
};

/** Answers with the new contact's document id. */
export const createContact = async (
  strapi: Core.Strapi,
  { data, why }: SaveRequest,
  adminId: number
): Promise<string> => {
  const created = await attributed({ why }, () =>
    strapi
      .documents(CONTACT_UID)
      .create({ data: { ...data, createdBy: adminId, updatedBy: adminId } as never })
  );
  return created.documentId;
};

/** Throws NotFoundError. */
export const updateContact = async (
  strapi: Core.Strapi,
  documentId: string,
  { data, why, adminId }: SaveRequest & { adminId: number }
): Promise<void> => {
  const updated = await attributed({ why }, () =>
    strapi
      .documents(CONTACT_UID)
      .update({ documentId, data: { ...data, updatedBy: adminId } as never })
  );
  if (!updated) throw new errors.NotFoundError('There is no such contact');
};
