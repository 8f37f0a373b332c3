/** A number that says how warm a contact is, and the rules that make it up. */
import { ROLL_UPS } from '../contract';

/** Kept by the plugin. */
const kept = { visible: false, configurable: false } as const;

export const score = {
  kind: 'collectionType',
  collectionName: 'cm_scores',
  info: { singularName: 'score', pluralName: 'scores', displayName: 'Score' },
  options: { draftAndPublish: false },
  pluginOptions: {},
  attributes: {
    /** A code, which does not change its meaning when the score gets another title. */
    name: { type: 'string', required: true, maxLength: 100 },
    displayName: { type: 'string', required: true, maxLength: 255 },
    description: { type: 'text' },
    enabled: { type: 'boolean', default: true, required: true },
    /** Its total is what `contact.score` holds; at most one is. */
    isMain: { type: 'boolean', default: false, required: true },
    accountRollUp: { type: 'enumeration', enum: [...ROLL_UPS], default: 'sum', required: true },
    /** How points are won is nobody's business outside; nor are the addresses of thresholds. */
    rules: { type: 'json', private: true },
    thresholds: { type: 'json', private: true },
    recomputedAt: { type: 'datetime', ...kept },
  },
  indexes: [{ name: 'cm_scores_name_unique', columns: ['name'], type: 'unique' }],
} as const;
