/** The list of scores, and one of them. There are few. */
import { validateYupSchemaSync, yup } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { findRows } from '../../../platform/find-rows';
import { listOf, pageShape, refuseUnknown, shortText } from '../../../platform/list-query';
import { inTable } from '../../../platform/sql/table';
import { SCORE_UID, TOTALS_TABLE, type ScoreListItem, type ScoreView } from '../contract';

const SHOWN = [
  ...['documentId', 'name', 'displayName', 'description', 'enabled', 'isMain', 'accountRollUp'],
  ...['rules', 'thresholds', 'recomputedAt', 'createdAt'],
];
const MOST = 100;

const schema = yup.object({
  pageSize: pageShape.pageSize.default(MOST),
  q: yup.string().max(200),
  /** Codes: what a condition names is shown by its title. */
  name: listOf(shortText(100)),
});

/** The lists may be null where a score came past the document service. */
type Stored = Omit<ScoreView, 'rules' | 'thresholds'> & {
  id: number;
  rules: ScoreView['rules'] | null;
  thresholds: ScoreView['thresholds'] | null;
};

/** `query` is what came in the address. Throws a ValidationError that names what is wrong. */
export const listScores = async (strapi: Core.Strapi, query: unknown): Promise<ScoreListItem[]> => {
  refuseUnknown(query, Object.keys(schema.fields));
  const { pageSize, q, name } = validateYupSchemaSync(schema, { strict: false })(
    query
  ) as yup.InferType<typeof schema>;
  const asked = (q ?? '').trim();
  const scores = await findRows<Stored>(strapi, SCORE_UID, {
    where: {
      ...(name && name.length > 0 ? { name: { $in: name } } : {}),
      ...(asked === ''
        ? {}
        : { $or: [{ displayName: { $containsi: asked } }, { name: { $containsi: asked } }] }),
    },
    select: ['id', ...SHOWN],
    orderBy: [{ isMain: 'desc' }, { displayName: 'asc' }, { id: 'asc' }],
    limit: pageSize,
  });
  const figures = await readFigures(strapi);
  return scores.map((score) => {
    const { contacts, highest } = figures.get(score.id) ?? { contacts: 0, highest: null };
    return { ...toView(score), contacts, highest };
  });
};

export const readScore = async (
  strapi: Core.Strapi,
  documentId: string
): Promise<ScoreView | null> => {
  const [score] = await findRows<Stored>(strapi, SCORE_UID, {
    where: { documentId },
    select: ['id', ...SHOWN],
  });
  return score ? toView(score) : null;
};

const toView = ({ id: _row, ...score }: Stored): ScoreView => ({
  ...score,
  rules: score.rules ?? [],
  thresholds: score.thresholds ?? [],
});

interface Figures {
  contacts: number;
  highest: number | null;
}

const readFigures = async (strapi: Core.Strapi): Promise<Map<number, Figures>> => {
  const totals = inTable(strapi, TOTALS_TABLE) as Knex.QueryBuilder;
  const figures: Knex.QueryBuilder = totals
    .whereNot('total', 0)
    .groupBy('score_id')
    .select('score_id')
    .count({ contacts: '*' })
    .max({ highest: 'total' });
  const rows = (await figures) as Record<string, unknown>[];
  return new Map(
    rows.map(({ score_id, contacts, highest }) => [
      Number(score_id),
      { contacts: Number(contacts), highest: highest === null ? null : Number(highest) },
    ])
  );
};
