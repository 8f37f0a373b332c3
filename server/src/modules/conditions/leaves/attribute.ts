/** A field of the contact: the plugin's, the site's own, or one of the settings. */
import { CUSTOM_VALUES } from '../../../platform/fields/contract';
import { aliased } from '../../../platform/sql/table';
import { CONTACTS_TABLE } from '../../contacts';
import type { AttributeRule, Operator } from '../contract';
import { contactFieldsAsked } from '../fields/asked-entities';
import { findField } from '../fields/entity-field';
import { entitySql } from '../fields/entity-sql';
import { fieldEvidence } from '../fields/field-evidence';
import { crossedDates } from '../fields/crossed-dates';
import { defineLeaf } from '../leaf';
import { readQuestion } from '../read/read-question';
import { plainLabel, sayQuestion } from '../say/say-question';

const TIMED: ReadonlySet<Operator> = new Set<Operator>([
  ...(['inLast', 'notInLast', 'inNext', 'anniversaryIn'] as const),
]);

export const attribute = defineLeaf<AttributeRule>({
  type: 'attribute',
  properties: ['field', 'operator', 'value'],

  read({ field, operator, value }, { strapi, refuse }) {
    const asked = contactFieldsAsked(strapi);
    const question = { field, operator, ...(value === undefined ? {} : { value }) };
    const known = readQuestion(strapi, question, (name) => findField(strapi, asked, name), refuse);
    return { type: 'attribute', ...known };
  },

  compile: (rule, context) => ({
    test: entitySql(context, contactFieldsAsked(context.strapi), rule),
  }),

  dependsOn: ({ field }) => ({
    fields: [field.startsWith(`${CUSTOM_VALUES}.`) ? CUSTOM_VALUES : field],
  }),
  isTimed: ({ operator }) => TIMED.has(operator),
  crossed: (rule, range, context) =>
    crossedDates(context, contactFieldsAsked(context.strapi), {
      question: rule,
      range,
      rows: () => aliased(context.strapi, { c: CONTACTS_TABLE }).select('c.id'),
    }),
  say: (rule, { strapi }) =>
    sayQuestion(
      strapi,
      rule,
      findField(strapi, contactFieldsAsked(strapi), rule.field)?.label ?? plainLabel(rule.field)
    ),
  evidence: ({ field }, contactId, { strapi }) => fieldEvidence(strapi, field, contactId),
  warnings: ({ field, operator }, { strapi }) => {
    const found = findField(strapi, contactFieldsAsked(strapi), field);
    return found?.from === 'column' && !isIndexed(field) && !TIMED.has(operator)
      ? [`No index answers questions about ${plainLabel(field)}: every contact is read`]
      : [];
  },
});

/** See contact.ts; the others are read contact by contact. */
const isIndexed = (field: string): boolean =>
  ['email', 'externalId', 'state', 'kind', 'createdAt', 'lastActivityAt', 'score'].includes(field);
