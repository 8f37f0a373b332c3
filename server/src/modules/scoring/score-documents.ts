/** The invariants of scores, for every write of the document service. */
import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { guardDocuments, type DocumentGuard } from '../../platform/document-writes';
import { toValidationError, type FieldProblem } from '../../platform/field-problem';
import { inTable } from '../../platform/sql/table';
import { commitThenAnnounce } from '../../platform/transaction';
import { explainingTaken, type UniqueField } from '../../platform/unique-fields';
import {
  AWARDS_TABLE,
  CROSSINGS_TABLE,
  SCORE_UID,
  SCORES_TABLE,
  TOTALS_TABLE,
  type ScoreRuleSettings,
} from './contract';
import { conditions } from '../conditions';
import { recomputeSoon } from './recompute/recompute-soon';
import { readRules } from './rules/read-rules';
import { readThresholds } from './rules/read-thresholds';
import { findScore } from './score-row';
import { refuseCycle } from './uses/refuse-cycle';
import { refuseUsedScore } from './uses/refuse-used';

const UNIQUE: UniqueField[] = [
  {
    table: SCORES_TABLE,
    field: 'name',
    index: { name: 'cm_scores_name_unique', columns: ['name'] },
    taken: 'Another score has this name',
  },
];

/** What the plugin keeps itself. */
const KEPT: readonly string[] = ['recomputedAt'];

export const guardScores = (strapi: Core.Strapi): void => {
  guardDocuments(strapi, SCORE_UID, {
    create: save,
    clone: save,
    update: save,
    delete: remove,
  });
};

/** What changes who has how many points; anything else changes nothing that is computed. */
const COUNTING: readonly string[] = ['rules', 'enabled', 'isMain'];

const save: DocumentGuard = async (strapi, write, next) => {
  const isNew = write.action !== 'update';
  const data = normalize(strapi, write.data, isNew);
  const before =
    isNew || !write.documentId ? null : await findScore(strapi, 'documentId', write.documentId);
  await refuseCycle(strapi, {
    name: typeof data.name === 'string' ? data.name : (before?.name ?? ''),
    previousName: before?.name,
    rules: data.rules as ScoreRuleSettings[] | undefined,
  });
  if (before && typeof data.name === 'string' && data.name !== before.name) {
    await refuseUsedScore(strapi, before.name, 'renamed');
  }
  const isCounting = isNew || COUNTING.some((name) => name in data);
  write.data = isCounting ? { ...data, recomputedAt: null } : data;
  return commitThenAnnounce(strapi, async (trx) => {
    if (isNew) await makeFirstMain(strapi, trx, write);
    if (write.data.isMain === true) await dismissMain(strapi, trx);
    const result = await explainingTaken(UNIQUE, next);
    return {
      result,
      announce: async () => {
        if (isCounting) await recomputeSoon(strapi);
      },
    };
  });
};

/** A clone is another score, and has its main one already. */
const makeFirstMain = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  { action, data }: Parameters<DocumentGuard>[1]
): Promise<void> => {
  if (action === 'clone') data.isMain = false;
  if (data.isMain !== undefined) return;
  const other = await inTable(strapi, SCORES_TABLE, trx).first('id');
  if (!other) data.isMain = true;
};

const dismissMain = async (strapi: Core.Strapi, trx: Knex.Transaction): Promise<void> => {
  await inTable(strapi, SCORES_TABLE, trx).where('is_main', true).update({ is_main: false });
};

const NAME = /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u;

const normalize = (
  strapi: Core.Strapi,
  given: Record<string, unknown>,
  isNew: boolean
): Record<string, unknown> => {
  const data = Object.fromEntries(Object.entries(given).filter(([name]) => !KEPT.includes(name)));
  if (typeof data.name === 'string') data.name = data.name.trim().toLowerCase();
  const problems = [...nameProblems(data.name), ...titleProblems(data.displayName)];
  if (isNew || 'rules' in data) {
    const read = readRules(data.rules, {
      parseCondition: (input) => conditions(strapi).parse(input),
    });
    data.rules = read.rules;
    problems.push(...read.problems);
  }
  if (isNew || 'thresholds' in data) {
    const read = readThresholds(data.thresholds);
    data.thresholds = read.thresholds;
    problems.push(...read.problems);
  }
  if (problems.length > 0) throw toValidationError(problems);
  return data;
};

const nameProblems = (name: unknown): FieldProblem[] =>
  typeof name === 'string' && !NAME.test(name)
    ? [{ field: 'name', message: 'name must be letters, digits, dots, - or _, such as "interest"' }]
    : [];

const titleProblems = (displayName: unknown): FieldProblem[] =>
  typeof displayName === 'string' && displayName.trim() === ''
    ? [{ field: 'displayName', message: 'displayName must say something' }]
    : [];

/** Its awards, totals and crossings go with it; a contact's copy of a main score is put right behind. */
const remove: DocumentGuard = async (strapi, write, next) => {
  const score = write.documentId ? await findScore(strapi, 'documentId', write.documentId) : null;
  if (!score) return next();
  await refuseUsedScore(strapi, score.name, 'deleted');
  return commitThenAnnounce(strapi, async (trx) => {
    await inTable(strapi, SCORES_TABLE, trx).where('id', score.scoreId).forUpdate().select('id');
    for (const table of [AWARDS_TABLE, TOTALS_TABLE, CROSSINGS_TABLE]) {
      await inTable(strapi, table, trx).where('score_id', score.scoreId).delete();
    }
    return { result: await next(), announce: () => recomputeSoon(strapi) };
  });
};

export const removeScore = async (strapi: Core.Strapi, documentId: string): Promise<void> => {
  const { entries } = await strapi.documents(SCORE_UID as never).delete({ documentId });
  if (entries.length === 0) throw new errors.NotFoundError('There is no such score');
};
