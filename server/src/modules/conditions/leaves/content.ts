/** Saw so many different entries of a content type of the site. */
import { errors } from '@strapi/utils';
import { isCleanText } from '../../../platform/clean-text';
import { aliased } from '../../../platform/sql/table';
import { activityEvidence } from '../activities/evidence';
import { activityRows, droppedOut } from '../activities/activity-rows';
import { doneSoOften } from '../activities/how-often';
import { readHowOften, readList, readType, readWindowOf } from '../activities/read-test';
import { entryQuestion, findEntryField, isContentType } from '../content/entry-fields';
import type { ActivityTest, ContentRule } from '../contract';
import { defineLeaf, type CompileContext, type Query } from '../leaf';
import { readQuestion } from '../read/read-question';
import { sayHowOften, sayWindow } from '../say/say-activity';
import { plainLabel, sayQuestion } from '../say/say-question';

const VISITED = 'pagevisit';

export const content = defineLeaf<ContentRule>({
  type: 'content',
  properties: ['contentType', 'operator', 'count', 'where', 'activity', 'window'],
  read(input, context) {
    const { contentType, activity } = input;
    const { strapi, refuse } = context;
    if (typeof contentType !== 'string' || !isCleanText(contentType)) {
      return refuse('contentType', 'contentType must be the uid of a content type');
    }
    if (!isContentType(strapi, contentType)) {
      return refuse('contentType', `There is no content type "${contentType.slice(0, SHOWN)}"`);
    }
    const where = readList(input.where, 'where', context, (item, path) =>
      readQuestion(
        strapi,
        item,
        (name) => findEntryField(strapi, contentType, name)?.field,
        (rest, message) => refuse(rest === '' ? path : `${path}.${rest}`, message)
      )
    );
    return {
      type: 'content',
      contentType,
      ...readHowOften(input, context),
      ...(where ? { where } : {}),
      ...(activity === undefined ? {} : { activity: readType(activity, context, 'activity') }),
      ...readWindowOf(input, context),
    };
  },
  compile: (rule, context) =>
    doneSoOften(
      seen(rule, context).groupBy('a.contact_id').select('a.contact_id'),
      rule,
      'count(distinct a.item_document_id)'
    ),
  dependsOn: ({ activity = VISITED, contentType, where }) => ({
    activities: [activity],
    contentTypes: where ? [contentType] : [],
  }),
  isTimed: ({ window }) => window !== undefined && window !== 'ever' && !('between' in window),
  crossed: (rule, { from, to }, context) =>
    droppedOut(context, testOf(rule), { window: rule.window, from, to }),
  say: (rule, { strapi }) => {
    const { displayName } = strapi.contentType(rule.contentType as never).info;
    const questions = (rule.where ?? []).map((question) =>
      sayQuestion(strapi, question, plainLabel(question.field))
    );
    const which = questions.length > 0 ? ` whose ${questions.join(' and ')}` : '';
    const often = rule.operator === 'never' ? 'no' : sayHowOften(rule).replace(/ times?$/, '');
    return `saw ${often} different ${displayName} entries${which}${sayWindow(rule.window)}`;
  },
  evidence: async (rule, contactId, context) => {
    const scoped = { ...context, scope: [contactId] };
    const counted: unknown = await seen(rule, scoped)
      .countDistinct({ entries: 'a.item_document_id' })
      .first();
    const entries = Number((counted as { entries: number | string }).entries);
    const { activities } = await activityEvidence(scoped, testOf(rule), rule.window);
    return { text: `Saw ${entries} of them`, value: entries, activities };
  },
});

const SHOWN = 60;

const testOf = ({ activity = VISITED, contentType }: ContentRule): ActivityTest => ({
  activity,
  where: [{ field: 'itemType', operator: 'eq', value: contentType }],
});

/** Activities with entries that match, in any of their versions. */
const seen = (rule: ContentRule, context: CompileContext): Query => {
  const rows = activityRows(context, testOf(rule), rule.window).whereNotNull('a.item_document_id');
  if (!rule.where) return rows;
  if (!isContentType(context.strapi, rule.contentType)) {
    throw new errors.ValidationError(`There is no content type "${rule.contentType}" any more`);
  }
  const { tableName } = context.strapi.db.metadata.get(rule.contentType);
  const entries = aliased(context.strapi, { e: tableName });
  for (const question of rule.where) {
    void entries.whereRaw('(?)', [entryQuestion(context, rule.contentType, question)]);
  }
  return rows.whereIn('a.item_document_id', entries.select('e.document_id'));
};
