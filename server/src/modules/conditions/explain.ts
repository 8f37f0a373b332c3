/**
 * Why one contact is in, and why not: every node answers with yes or no, asked of the database as the
 * whole condition is (there is no other evaluator), and with what was found.
 */
import { aliased } from '../../platform/sql/table';
import { CONTACTS_TABLE } from '../contacts';
import { compile, leafOf } from './compile';
import type { Condition, CoreLeaf, Evidence, Explained, Explanation } from './contract';
import type { CompileContext, Sql } from './leaf';
import { isBlock, isNot } from './nodes';
import { rewrite } from './rewrite';
import { sayNode } from './say';

interface Asked {
  path: string;
  node: Condition;
  below: Asked[];
}

/** Throws a ValidationError for a condition that does not compile any more. */
export const explainCondition = async (
  context: CompileContext,
  condition: Condition,
  contactId: number
): Promise<Explanation> => {
  const scoped = { ...context, scope: [contactId] };
  const root = walk(condition, '');
  const verdicts = await ask(scoped, flatten(root), contactId);
  const explained = await toExplained(scoped, root, { verdicts, contactId });
  return { ...explained, at: new Date(context.now).toISOString() };
};

const walk = (node: Condition, path: string): Asked => {
  const join = (part: string) => (path === '' ? part : `${path}.${part}`);
  if (isBlock(node)) {
    return { path, node, below: node.rules.map((rule, at) => walk(rule, join(`rules[${at}]`))) };
  }
  if (isNot(node)) return { path, node, below: [walk(node.rule, join('rule'))] };
  return { path, node, below: [] };
};

const flatten = (asked: Asked): Asked[] => [asked, ...asked.below.flatMap(flatten)];

/** All verdicts with one query; a node that is switched off has none. */
const ask = async (
  context: CompileContext,
  all: Asked[],
  contactId: number
): Promise<Map<string, boolean>> => {
  const { connection } = context.strapi.db;
  const asked = all.flatMap(({ path, node }) => {
    const core = rewrite(node);
    return core ? [{ path, sql: compile(context, core) }] : [];
  });
  const columns = asked.map(({ sql }, at): Sql =>
    connection.raw('case when ? then 1 else 0 end as ??', [sql, `v${at}`])
  );
  const row: Record<string, number | string> | undefined = await aliased(context.strapi, {
    c: CONTACTS_TABLE,
  })
    .where('c.id', contactId)
    .first(...columns);
  return new Map(asked.map(({ path }, at) => [path, Number(row?.[`v${at}`] ?? 0) === 1]));
};

interface Found {
  verdicts: Map<string, boolean>;
  contactId: number;
}

const toExplained = async (
  context: CompileContext,
  { path, node, below }: Asked,
  found: Found
): Promise<Explained> => {
  const rules: Explained[] = [];
  for (const one of below) rules.push(await toExplained(context, one, found));
  const evidence =
    below.length === 0 ? await evidenceOf(context, node, found.contactId) : undefined;
  return {
    type: node.type,
    path,
    text: sayNode(context.strapi, node) ?? 'Switched off',
    verdict: found.verdicts.get(path) ?? false,
    ...(node.disabled ? { disabled: true } : {}),
    ...(evidence ? { evidence } : {}),
    ...(rules.length > 0 ? { rules } : {}),
  };
};

const evidenceOf = async (
  context: CompileContext,
  node: Condition,
  contactId: number
): Promise<Evidence | undefined> => {
  const leaf = rewrite(node) as CoreLeaf | null;
  return leaf ? leafOf(context.strapi, leaf).evidence(leaf, contactId, context) : undefined;
};
