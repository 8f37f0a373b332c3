/**
 * A second evaluator of conditions, for tests alone: it looks at every contact and every activity one by
 * one. The product has only SQL; where the two disagree, one of them is wrong.
 */
import { DateTime } from 'luxon';
import type {
  AccountActivityRule,
  ActivityTest,
  AccountRule,
  ActivityRule,
  Condition,
  ContentRule,
  FieldQuestion,
  ScoreRule,
  SequenceRule,
  Span,
  TimeRule,
} from '../../../server/src/modules/conditions';
import * as naive from './naive-questions';
import type { NaiveAccount, NaiveActivity, NaiveContact, NaiveWorld } from './naive-world';

const DAY = 86_400_000;

export const matchesNaively = (
  world: NaiveWorld,
  condition: Condition,
  clock: naive.Clock
): number[] =>
  world.contacts
    .filter((contact) => answer({ world, clock }, condition, contact) === true)
    .map(({ id }) => id);

interface Asking {
  world: NaiveWorld;
  clock: naive.Clock;
}

/** Null: it is switched off, and as if it were not there. */
const answer = (asking: Asking, node: Condition, contact: NaiveContact): boolean | null => {
  if (node.disabled) return null;
  if (node.type === 'not') {
    const below = answer(asking, (node as { rule: Condition }).rule, contact);
    return below === null ? null : !below;
  }
  if (node.type === 'all' || node.type === 'any') {
    const { rules } = node as { rules: Condition[] };
    const answers = rules
      .map((rule) => answer(asking, rule, contact))
      .filter((one) => one !== null);
    if (answers.length === 0) return null;
    return node.type === 'all' ? !answers.includes(false) : answers.includes(true);
  }
  const leaf = leaves[node.type];
  if (!leaf) throw new Error(`No naive answer to ${node.type}`);
  return leaf(asking, node as never, contact);
};

type Leaf<Rule> = (asking: Asking, rule: Rule, contact: NaiveContact) => boolean;

const attribute: Leaf<FieldQuestion> = ({ clock }, question, contact) => {
  const { field } = question;
  if (field.startsWith('customFields.')) return custom(clock, question, contact);
  if (field === 'score' || field === 'shoeSize') {
    return naive.askNumber(contact[field], question, clock);
  }
  if (field === 'birthday') return naive.askDay(contact.birthday, question, clock);
  if (field === 'lastCall') return naive.askInstant(contact.lastCall, question, clock);
  if (field === 'monitored') return naive.askBoolean(contact.monitored, question, clock);
  if (field === 'state' || field === 'gender' || field === 'status') {
    return naive.askChoice(contact[field], question, clock);
  }
  if (field === 'tags') {
    const small = (value: unknown) => (value as string[]).map((tag) => tag.toLowerCase());
    const value = question.value === undefined ? undefined : small(question.value);
    return naive.askList(small(contact.tags), { ...question, value });
  }
  return naive.askText(contact.text[field], question, clock);
};

const custom = (clock: naive.Clock, question: FieldQuestion, contact: NaiveContact): boolean => {
  const name = question.field.slice('customFields.'.length);
  const value = contact.custom[name] ?? null;
  if (name === 'size') return naive.askNumber(value as number | null, question, clock);
  if (name === 'day') return naive.askDay(value as string | null, question, clock);
  if (name === 'vegan') return naive.askBoolean(value as boolean | null, question, clock);
  if (name === 'plan') return naive.askChoice(value as string | null, question, clock);
  if (name === 'likes') return naive.askList((value ?? []) as string[], question);
  return naive.askFolded(value as string | null, question, clock);
};

const dataAt = (data: unknown, path: string[]): unknown =>
  path.reduce<unknown>(
    (at, key) =>
      typeof at === 'object' && at !== null && !Array.isArray(at) && Object.hasOwn(at, key)
        ? (at as Record<string, unknown>)[key]
        : null,
    data
  );

const askActivity = (clock: naive.Clock, activity: NaiveActivity, question: FieldQuestion) => {
  const { field, value } = question;
  if (field === 'value') return naive.askNumber(activity.value, question, clock);
  if (!field.startsWith('data.')) {
    return naive.askText(activity[field as 'url' | 'title' | 'country' | 'item'], question, clock);
  }
  const found = dataAt(activity.data, field.split('.').slice(1));
  if (question.operator === 'isEmpty') return found === null || found === undefined || found === '';
  if (question.operator === 'isNotEmpty') {
    return found !== null && found !== undefined && found !== '';
  }
  const kind = typeof (Array.isArray(value) ? (value as unknown[])[0] : (value ?? ''));
  const held = typeof found === kind ? found : null;
  if (kind === 'number') return naive.askNumber(held as number | null, question, clock);
  if (kind === 'boolean') return naive.askBoolean(held as boolean | null, question, clock);
  return naive.askText(held as string | null, question, clock);
};

const done = ({ world, clock }: Asking, test: ActivityTest, window: unknown, ids: number[]) =>
  world.activities.filter(
    (activity) =>
      ids.includes(activity.contactId) &&
      (test.activity === '*' || test.activity === activity.type) &&
      naive.isWithin(activity.at, window, clock) &&
      (test.where ?? []).every((question) => askActivity(clock, activity, question))
  );

const soOften = (operator: string, found: number, asked = 0): boolean => {
  if (operator === 'atLeast') return found >= asked;
  if (operator === 'atMost') return found <= asked;
  return operator === 'never' ? found === 0 : found === asked;
};

const activity: Leaf<ActivityRule> = (asking, rule, { id }) => {
  const rows = done(asking, rule, rule.window, [id]);
  const values = rows.flatMap(({ value }) => (value === null ? [] : [value]));
  if (rule.measure === 'sum') {
    return soOften(
      rule.operator,
      values.reduce((all, one) => all + one, 0),
      rule.value
    );
  }
  if (rule.measure === 'max') {
    return values.length > 0 && soOften(rule.operator, Math.max(...values), rule.value);
  }
  return soOften(rule.operator, rows.length, rule.count);
};

const sequence: Leaf<SequenceRule> = (asking, rule, { id }) =>
  done(asking, rule.first, rule.window, [id]).some((first) =>
    done(asking, rule.then, undefined, [id]).some(
      ({ at }) => at > first.at && at <= first.at + rule.withinDays * DAY
    )
  );

const content: Leaf<ContentRule> = (asking, rule, { id }) => {
  const read = done(asking, { activity: rule.activity ?? 'pagevisit' }, rule.window, [id]);
  const entries = asking.world.entries.filter((entry) =>
    (rule.where ?? []).every((question) => {
      const { field } = question;
      if (field === 'words') return naive.askNumber(entry.words, question, asking.clock);
      const text = field === 'title' ? entry.title : entry.category;
      return naive.askText(text, question, asking.clock);
    })
  );
  const seen = entries.filter(({ documentId }) => read.some(({ item }) => item === documentId));
  return soOften(rule.operator, seen.length, rule.count);
};

const todayOf = ({ now, timeZone }: naive.Clock): string =>
  DateTime.fromMillis(now, { zone: timeZone }).toFormat('yyyy-MM-dd');

const isBelow = (world: NaiveWorld, account: NaiveAccount, documentIds: string[]): boolean => {
  if (documentIds.includes(account.documentId)) return true;
  const parent = world.accounts.find(({ id }) => id === account.parentId);
  return parent ? isBelow(world, parent, documentIds) : false;
};

const memberships = ({ world, clock }: Asking, which: AccountRule['membership'] = 'current') => {
  const isFormer = (until: string | null) => until !== null && until <= todayOf(clock);
  return world.memberships.filter(
    ({ until }) => which === 'ever' || isFormer(until) === (which === 'former')
  );
};

const account: Leaf<AccountRule> = (asking, rule, contact) =>
  memberships(asking, rule.membership).some(({ contactId, accountId, role }) => {
    const found = asking.world.accounts.find(({ id }) => id === accountId);
    if (contactId !== contact.id || !found) return false;
    if (rule.roles && (role === null || !rule.roles.includes(role))) return false;
    if (rule.accounts && rule.subsidiaries && !isBelow(asking.world, found, rule.accounts)) {
      return false;
    }
    if (rule.accounts && !rule.subsidiaries && !rule.accounts.includes(found.documentId)) {
      return false;
    }
    return (rule.where ?? []).every((question) => {
      if (question.field === 'status') return naive.askChoice(found.status, question, asking.clock);
      if (question.field === 'employees') {
        return naive.askNumber(found.employees, question, asking.clock);
      }
      return naive.askText(found.industry, question, asking.clock);
    });
  });

const accountActivity: Leaf<AccountActivityRule> = (asking, rule, contact) => {
  const current = memberships(asking);
  const { world } = asking;
  const own = current.filter(({ contactId }) => contactId === contact.id);
  return own.some(({ accountId }) => {
    const top = world.accounts.find(({ id }) => id === accountId);
    const within = world.accounts.filter(({ id, ...rest }) =>
      rule.subsidiaries && top
        ? isBelow(world, { id, ...rest }, [top.documentId])
        : id === accountId
    );
    const people = current
      .filter((one) => within.some(({ id }) => id === one.accountId))
      .map(({ contactId }) => contactId);
    const times = done(asking, rule, rule.window, people).length;
    if (rule.operator !== 'lessThanBefore') return soOften(rule.operator, times, rule.count);
    const span = rule.window as Span;
    const twice = done(asking, rule, { ...span, last: 2 * span.last }, people).length;
    const before = twice - times;
    return times < before && times <= before * (1 - (rule.byPercent ?? 0) / 100);
  });
};

const consent: Leaf<{ purpose: string; operator: string }> = ({ world }, rule, { id }) => {
  const said = world.consents.filter((one) => one.contactId === id && one.purpose === rule.purpose);
  return (said.at(-1)?.granted ?? false) === (rule.operator === 'has');
};

const group: Leaf<{ group: string }> = ({ world }, rule, { id }) =>
  (world.groups[rule.group] ?? []).includes(id);

const score: Leaf<ScoreRule> = ({ world, clock }, { score: code, operator, value }, { id }) => {
  const found = world.totals.find((one) => one.contactId === id && one.score === code);
  return naive.askNumber(found?.total ?? 0, { field: code, operator, value }, clock);
};

const time: Leaf<TimeRule> = ({ clock }, { weekdays, hours, dates }) => {
  const at = DateTime.fromMillis(clock.now, { zone: clock.timeZone });
  const day = at.toFormat('yyyy-MM-dd');
  if (weekdays && !weekdays.includes(at.weekday)) return false;
  if ((dates?.from && day < dates.from) || (dates?.to && day > dates.to)) return false;
  if (!hours) return true;
  const isBetween = at.hour >= hours.from && at.hour < hours.to;
  const isOverMidnight = at.hour >= hours.from || at.hour < hours.to;
  return hours.from < hours.to ? isBetween : isOverMidnight;
};

const leaves: Record<string, Leaf<never>> = {
  attribute,
  activity,
  sequence,
  content,
  account,
  accountActivity,
  consent,
  group,
  score,
  time,
  state: ({ clock }, { operator, value }: FieldQuestion, { state }) =>
    naive.askChoice(state, { field: 'state', operator, value }, clock),
};
