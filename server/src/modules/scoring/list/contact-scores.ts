/** What a contact has in every score: totals, and the awards that they are the sums of. */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { DAY } from '../../../platform/clock';
import { findRows } from '../../../platform/find-rows';
import { aliased, inTable } from '../../../platform/sql/table';
import {
  AWARDS_TABLE,
  SCORE_UID,
  TOTALS_TABLE,
  type AwardView,
  type ContactScoreView,
  type ScoreRuleSettings,
} from '../contract';
import { countingAt, shownPoints } from '../totals/shown-points';
import { readTriggers, type Triggering } from './award-activities';
import { reasonOf } from './award-reason';

interface Score {
  id: number;
  documentId: string;
  name: string;
  displayName: string;
  isMain: boolean;
  rules: ScoreRuleSettings[] | null;
}

interface Options {
  /** Awards of each score; null: all of them. */
  limit: number | null;
}

const LISTED = 200;

/** The main score first, then by title; switched-off ones are left out. */
export const contactScores = async (
  strapi: Core.Strapi,
  contactId: number,
  { limit }: Options = { limit: LISTED }
): Promise<ContactScoreView[]> => {
  const scores = await findRows<Score>(strapi, SCORE_UID, {
    where: { enabled: true },
    select: ['id', 'documentId', 'name', 'displayName', 'isMain', 'rules'],
    orderBy: [{ isMain: 'desc' }, { displayName: 'asc' }],
  });
  const totals = (await inTable(strapi, TOTALS_TABLE)
    .where('contact_id', contactId)
    .select('score_id', 'total', 'computed_at')) as unknown as Total[];
  const views: ContactScoreView[] = [];
  // There are a few scores, and each has a limit of its own.
  for (const score of scores) {
    const total = totals.find(({ score_id }) => score_id === score.id);
    views.push(await viewOf(strapi, { score, total, contactId, limit }));
  }
  return views;
};

interface Total {
  score_id: number;
  total: number | string;
  computed_at: number | string;
}

const viewOf = async (
  strapi: Core.Strapi,
  {
    score,
    total,
    contactId,
    limit,
  }: { score: Score; total: Total | undefined; contactId: number } & Options
): Promise<ContactScoreView> => {
  const { id, documentId, name, displayName, isMain, rules } = score;
  const ref = { documentId, name, displayName, isMain };
  if (!total) return { score: ref, total: 0, computedAt: null, awards: [], hasMore: false };
  const at = Number(total.computed_at);
  const found = await readAwards(strapi, { contactId, scoreId: id, at, limit });
  const listed = limit === null ? found : found.slice(0, limit);
  const triggers = await readTriggers(strapi, listed);
  return {
    score: ref,
    total: Number(total.total),
    computedAt: new Date(at).toISOString(),
    awards: listed.map((row) => toAward(row, { rules: rules ?? [], triggers })),
    hasMore: found.length > listed.length,
  };
};

interface AwardRow {
  rule_id: number;
  activity_id: number | string;
  points: number;
  awarded_at: number | string;
  expires_at: number | string | null;
  half_life: number | string | null;
  shown: number | string;
}

/** As they counted when the total was computed, so that they add up to it. */
const readAwards = async (
  strapi: Core.Strapi,
  { contactId, scoreId, at, limit }: { contactId: number; scoreId: number; at: number } & Options
): Promise<AwardRow[]> => {
  const awards = (aliased(strapi, { x: AWARDS_TABLE }) as Knex.QueryBuilder)
    .where({ 'x.contact_id': contactId, 'x.score_id': scoreId })
    .orderBy('x.awarded_at', 'desc')
    .orderBy('x.id', 'desc')
    .select('x.*', strapi.db.connection.raw('? as shown', [shownPoints(strapi, at)]));
  if (limit !== null) void awards.limit(limit + 1);
  return (await countingAt(awards, at)) as AwardRow[];
};

const isoOf = (at: number | string): string => new Date(Number(at)).toISOString();

const toAward = (
  row: AwardRow,
  { rules, triggers }: { rules: ScoreRuleSettings[]; triggers: Triggering }
): AwardView => {
  const rule = rules.find(({ id }) => id === row.rule_id);
  const activity = triggers.get(String(row.activity_id)) ?? null;
  return {
    rule: { id: row.rule_id, name: rule?.name ?? '' },
    reason: reasonOf(rule, activity),
    activity,
    awardedAt: isoOf(row.awarded_at),
    points: row.points,
    pointsNow: Number(row.shown),
    expiresAt: row.expires_at === null ? null : isoOf(row.expires_at),
    halfLifeDays: row.half_life === null ? null : Number(row.half_life) / DAY,
  };
};
