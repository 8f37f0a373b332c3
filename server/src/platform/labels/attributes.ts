import { INTEGER_RANGE } from '../sql/integer-range';

/**
 * Of a label: a status of contacts or of accounts, a role. An object for each type, because Strapi adds
 * its own attributes to the one it is given.
 */
export const labelAttributes = () =>
  ({
    name: { type: 'string', required: true, maxLength: 100 },
    displayName: { type: 'string', required: true, maxLength: 255 },
    description: { type: 'text' },
    color: { type: 'string', maxLength: 7 },
    order: { type: 'integer', default: 0, ...INTEGER_RANGE },
  }) as const;
