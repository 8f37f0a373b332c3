/**
 * One round: changes that wait are read, the rules they can affect are worked out again for whom they
 * are about, and only then are they deleted. A server that is killed in between leaves them to the next,
 * which works the same out once more.
 */
import type { Core } from '@strapi/strapi';
import { inBatches } from '../batches';
import { inTable } from '../sql/table';
import { affects, affectsRelatives, decodeChanges, joinChanges } from './changes';
import type { Changes, OpenRules, Recalculated, Relatives } from './contract';
import { QUEUE_TABLE, type QueueRow } from './tables';

export interface DrainParts {
  recalculated: Recalculated[];
  relatives: Relatives;
  /** Hears of each evaluation. */
  count: (rule: string) => void;
}

const ROWS_PER_ROUND = 5_000;
const IDS_PER_STATEMENT = 1_000;
export const CONTACTS_PER_EVALUATION = 2_000;

/** Large whole numbers come as text from PostgreSQL. */
type Waiting = Pick<QueueRow, 'changes'> &
  Record<'contact_id' | 'account_id', number | string | null> & { id: number | string };

/** Answers with the number of changes that are done; stops between two batches when `signal` says so. */
export const drainRound = async (
  strapi: Core.Strapi,
  parts: DrainParts,
  signal: AbortSignal
): Promise<number> => {
  const rows = (await inTable(strapi, QUEUE_TABLE)
    .orderBy('id')
    .limit(ROWS_PER_ROUND)) as unknown as Waiting[];
  if (rows.length === 0) return 0;
  const waiting = gather(rows);
  for (const recalculated of parts.recalculated) {
    const rules = await recalculated.open(strapi);
    if (!(await evaluate(strapi, { ...parts, rules, waiting }, signal))) return 0;
  }
  await forget(strapi, rows);
  return rows.length;
};

interface Gathered {
  contacts: Map<number, string>;
  accounts: Map<number, string>;
}

const gather = (rows: Waiting[]): Gathered => {
  const gathered: Gathered = { contacts: new Map(), accounts: new Map() };
  const add = (to: Map<number, string>, id: number, changes: string) => {
    const before = to.get(id);
    to.set(id, before === undefined ? changes : joinChanges(before, changes));
  };
  for (const { contact_id, account_id, changes } of rows) {
    if (contact_id !== null) add(gathered.contacts, Number(contact_id), changes);
    if (account_id !== null) add(gathered.accounts, Number(account_id), changes);
  }
  return gathered;
};

interface Round extends Pick<DrainParts, 'relatives' | 'count'> {
  rules: OpenRules;
  waiting: Gathered;
}

/** False when it was stopped on the way. */
const evaluate = async (
  strapi: Core.Strapi,
  { rules, waiting, relatives, count }: Round,
  signal: AbortSignal
): Promise<boolean> => {
  const direct = toChanges(waiting.contacts);
  const indirect = await relativesOf(strapi, { rules, waiting, relatives });
  const affected = rules.rules.map(({ dependsOn }) => {
    const reached = affectedBy(direct, (changes) => affects(changes, dependsOn));
    const related = affectedBy(indirect, (changes) => affects(changes, dependsOn));
    return [...new Set([...reached, ...related])].sort((one, other) => one - other);
  });
  const changes = new Map([...indirect, ...direct]);
  const most = Math.max(0, ...affected.map(({ length }) => length));
  for (let from = 0; from < most; from += CONTACTS_PER_EVALUATION) {
    if (signal.aborted) return false;
    const evaluations = affected.flatMap((ids, rule) => {
      const contactIds = ids.slice(from, from + CONTACTS_PER_EVALUATION);
      return contactIds.length > 0 ? [{ rule, contactIds }] : [];
    });
    for (const { rule } of evaluations) count(rules.rules[rule]?.key ?? '');
    await rules.evaluate(evaluations, changes);
  }
  return true;
};

/** Most contacts of a round changed in one of few ways. */
const toChanges = (texts: Map<number, string>): Map<number, Changes> => {
  const decoded = new Map<string, Changes>();
  return new Map(
    [...texts].map(([id, text]) => {
      const changes = decoded.get(text) ?? decodeChanges(text);
      decoded.set(text, changes);
      return [id, changes] as const;
    })
  );
};

const affectedBy = (
  changed: Map<number, Changes>,
  isAffected: (changes: Changes) => boolean
): number[] => {
  const known = new Map<Changes, boolean>();
  return [...changed].flatMap(([id, changes]) => {
    const answer = known.get(changes) ?? isAffected(changes);
    known.set(changes, answer);
    return answer ? [id] : [];
  });
};

/** Who has not changed, but shares an account with who has: looked up only where a rule asks for it. */
const relativesOf = async (
  strapi: Core.Strapi,
  { rules: { rules }, waiting, relatives }: Pick<Round, 'rules' | 'waiting' | 'relatives'>
): Promise<Map<number, Changes>> => {
  const reaches = (changes: Changes) =>
    rules.some(({ dependsOn }) => affectsRelatives(changes, dependsOn));
  const found = new Map<number, Changes>();
  const contactIds = affectedBy(toChanges(waiting.contacts), reaches);
  const people = [...waiting.accounts].filter(([, text]) => {
    const changes = decodeChanges(text);
    return rules.some(({ dependsOn }) => affects(changes, dependsOn));
  });
  const accountIds = people.map(([id]) => id);
  if (contactIds.length > 0) {
    const ids = await relatives(strapi, { contactIds, accountIds: [] });
    for (const id of ids) found.set(id, { people: true });
  }
  if (accountIds.length > 0) {
    const ids = await relatives(strapi, { contactIds: [], accountIds });
    for (const id of ids) found.set(id, { account: true });
  }
  return found;
};

const forget = async (strapi: Core.Strapi, rows: Waiting[]): Promise<void> => {
  for (const some of inBatches(rows, IDS_PER_STATEMENT)) {
    await inTable(strapi, QUEUE_TABLE)
      .whereIn(
        'id',
        some.map(({ id }) => id)
      )
      .delete();
  }
};
