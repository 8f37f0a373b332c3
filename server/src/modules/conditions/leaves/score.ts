/** The total of a score, by what is stored; who has no row has none, which is 0. */
import { isCleanText } from '../../../platform/clean-text';
import { aliased } from '../../../platform/sql/table';
import type { ScoreRule } from '../contract';
import { questionSql } from '../fields/question-sql';
import { defineLeaf, type CompileContext, type Compiled, type Query } from '../leaf';
import { registeredOperator } from '../operators';
import { readQuestion } from '../read/read-question';
import { sayQuestion } from '../say/say-question';
import { narrowToScope } from '../scope';

const SCORES_TABLE = 'cm_scores';
const SCORE_TOTALS_TABLE = 'cm_score_totals';

const MOST_CHARACTERS = 100;

export const score = defineLeaf<ScoreRule>({
  type: 'score',
  properties: ['score', 'operator', 'value'],
  read({ score: code, operator, value }, { strapi, refuse }) {
    if (!isCode(code)) {
      return refuse('score', 'score must be the code of a score');
    }
    if (typeof operator === 'string' && registeredOperator(strapi, operator)) {
      return refuse('operator', 'A total is asked with the operators of numbers alone');
    }
    if (operator === 'isEmpty' || operator === 'isNotEmpty') {
      return refuse('operator', 'A total is never empty: compare it with 0');
    }
    const asked = readQuestion(strapi, { field: code, operator, value }, () => NUMBER, refuse);
    return {
      type: 'score',
      score: code.trim().toLowerCase(),
      operator: asked.operator as ScoreRule['operator'],
      value: asked.value as number | number[],
    };
  },
  compile: (rule, context) => totalTest(context, rule),
  dependsOn: ({ score: code }) => ({ scores: [code] }),
  isTimed: () => false,
  crossed: () => null,
  say: ({ score: code, ...question }, { strapi }) =>
    sayQuestion(strapi, { field: code, ...question }, `the score “${code}”`),
  evidence: async (rule, contactId, context) => {
    const found: { total: number | string } | undefined = await totals(
      { ...context, scope: [contactId] },
      rule.score
    ).first('t.total');
    const total = Number(found?.total ?? 0);
    return { text: `It is ${total}`, value: total };
  },
});

const isCode = (input: unknown): input is string =>
  typeof input === 'string' &&
  input.trim() !== '' &&
  input.length <= MOST_CHARACTERS &&
  isCleanText(input);

const NUMBER = { valueType: 'number' } as const;

const totals = (context: CompileContext, code: string): Query =>
  narrowToScope(
    context,
    aliased(context.strapi, { t: SCORE_TOTALS_TABLE })
      .whereIn(
        't.score_id',
        aliased(context.strapi, { s: SCORES_TABLE }).where('s.name', code).select('s.id')
      )
      .whereNotNull('t.contact_id'),
    't.contact_id'
  );

/** Where 0 would do, those whose total does not are left out. */
const totalTest = (
  context: CompileContext,
  { score: code, operator, value }: ScoreRule
): Compiled => {
  const holdsForNothing = holds[operator](0, [value].flat());
  const sql = context.strapi.db.connection.raw('t.total');
  const test = questionSql(context, { holds: 'number', sql }, { field: code, operator, value });
  const ids = totals(context, code)
    .whereRaw(holdsForNothing ? 'not (?)' : '(?)', [test])
    .select('t.contact_id');
  return { ids, except: holdsForNothing };
};

const holds: Record<ScoreRule['operator'], (total: number, values: number[]) => boolean> = {
  eq: (total, values) => values.includes(total),
  ne: (total, values) => !values.includes(total),
  in: (total, values) => values.includes(total),
  gt: (total, [value = 0]) => total > value,
  gte: (total, [value = 0]) => total >= value,
  lt: (total, [value = 0]) => total < value,
  lte: (total, [value = 0]) => total <= value,
  between: (total, [from = 0, to = 0]) => total >= from && total <= to,
};
