/** A bulk change as the admin sends it; subject and action read their own parts. */
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { cleanValues } from '../clean-text';
import { isRecord } from '../records';
import type { BulkAction } from './bulk-action';
import type { BulkSelection } from './contract';
import { bulkRegistry } from './registry';

const MAX_WHY_LENGTH = 255;

export interface ParsedRequest {
  action: BulkAction;
  value: unknown;
  label: string | null;
  selection: BulkSelection;
  why: string;
}

/** Throws a ValidationError with a sentence. */
export const parseRequest = async (
  strapi: Core.Strapi,
  subject: string,
  sent: unknown
): Promise<ParsedRequest> => {
  const body = cleanValues(sent);
  if (!isRecord(body)) throw new errors.ValidationError('The body must be an object');
  const { why = '' } = body;
  if (typeof why !== 'string' || why.length > MAX_WHY_LENGTH) {
    throw new errors.ValidationError(`why must be text of at most ${MAX_WHY_LENGTH} characters`);
  }
  const registry = bulkRegistry(strapi);
  const action = registry.action(subject, String(body.action));
  const { value, label } = await action.parse(strapi, body.value);
  const selection = await registry.subject(subject).parseSelection(strapi, body.selection);
  return { action, value, label, selection, why };
};
