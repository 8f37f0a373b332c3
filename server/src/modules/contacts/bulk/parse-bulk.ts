/** A change of many contacts, read from the admin's request. */
import { errors } from '@strapi/utils';
import { isRecord } from '../../../platform/records';
import { parseState } from '../contact-state';
import type { BulkChange, BulkRequest, BulkSelection } from '../contract';
import { parseFilter } from '../list/contact-filter';

const MOST_NAMED = 10_000;
const MAX_WHY_LENGTH = 255;

/** Throws a ValidationError with a sentence. */
export const parseBulk = (body: unknown): BulkRequest & { why: string } => {
  if (!isRecord(body)) throw new errors.ValidationError('The body must be an object');
  const { why = '' } = body;
  if (typeof why !== 'string' || why.length > MAX_WHY_LENGTH) {
    throw new errors.ValidationError(`why must be text of at most ${MAX_WHY_LENGTH} characters`);
  }
  return { ...readChange(body), selection: readSelection(body.selection), why };
};

const readChange = ({ action, value }: Record<string, unknown>): BulkChange => {
  if (action === 'delete') return { action };
  if (action === 'status' && (value === null || typeof value === 'string')) {
    return { action, value };
  }
  const state = action === 'state' && typeof value === 'string' ? parseState(value) : null;
  if (state) return { action: 'state', value: state };
  throw new errors.ValidationError(
    'action must be state, status or delete, with a value that fits it'
  );
};

const readSelection = (selection: unknown): BulkSelection => {
  if (isRecord(selection) && Array.isArray(selection.documentIds)) {
    const { documentIds } = selection;
    const named = documentIds.every((id) => typeof id === 'string');
    if (named && documentIds.length > 0 && documentIds.length <= MOST_NAMED) {
      return { documentIds };
    }
    throw new errors.ValidationError('documentIds must name 1 to 10,000 contacts');
  }
  if (isRecord(selection) && isRecord(selection.filter)) {
    parseFilter(selection.filter);
    return { filter: selection.filter };
  }
  throw new errors.ValidationError('selection must hold documentIds or a filter');
};
