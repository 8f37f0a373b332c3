import { errors } from '@strapi/utils';
import { isRecord } from '../records';
import type { BulkSelection } from './contract';

const MOST_NAMED = 10_000;

/** `noun` is what is selected. The filter is the list's to check. Throws a ValidationError. */
export const parseSelection = (selection: unknown, noun: string): BulkSelection => {
  if (isRecord(selection) && Array.isArray(selection.documentIds)) {
    const { documentIds } = selection;
    const named = documentIds.every((id) => typeof id === 'string');
    if (named && documentIds.length > 0 && documentIds.length <= MOST_NAMED) {
      return { documentIds };
    }
    throw new errors.ValidationError(`documentIds must name 1 to 10,000 ${noun}`);
  }
  if (isRecord(selection) && isRecord(selection.filter)) return { filter: selection.filter };
  throw new errors.ValidationError('selection must hold documentIds or a filter');
};
