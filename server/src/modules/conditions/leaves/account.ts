/** Is, or was, in an account that matches everything that is named. */
import { ACCOUNTS_TABLE, CONTACT_ROLES_TABLE } from '../../accounts';
import { aliased } from '../../../platform/sql/table';
import { accountsBelow } from '../accounts/below';
import { endedMemberships, membershipRows } from '../accounts/membership-rows';
import { readList as readQuestions } from '../activities/read-test';
import type { AccountRule, FieldQuestion } from '../contract';
import { accountFieldsAsked } from '../fields/asked-entities';
import { crossedDates } from '../fields/crossed-dates';
import { findField } from '../fields/entity-field';
import { entitySql } from '../fields/entity-sql';
import {
  defineLeaf,
  type CompileContext,
  type Crossed,
  type Query,
  type ReadContext,
} from '../leaf';
import { readQuestion } from '../read/read-question';
import { readCodes } from '../read/read-codes';
import { plainLabel, sayQuestion } from '../say/say-question';

const MEMBERSHIPS = ['current', 'former', 'ever'] as const;
const TIMED: ReadonlySet<string> = new Set(['inLast', 'notInLast', 'inNext', 'anniversaryIn']);

export const account = defineLeaf<AccountRule>({
  type: 'account',
  properties: ['membership', 'roles', 'accounts', 'subsidiaries', 'where'],
  read(input, context) {
    const { refuse } = context;
    const membership = MEMBERSHIPS.find((one) => one === (input.membership ?? 'current'));
    if (!membership) {
      return refuse('membership', `membership must be one of ${MEMBERSHIPS.join(', ')}`);
    }
    const roles = readCodes(input.roles, 'roles', refuse);
    const accounts = readCodes(input.accounts, 'accounts', refuse);
    const subsidiaries = input.subsidiaries ?? false;
    if (typeof subsidiaries !== 'boolean') {
      return refuse('subsidiaries', 'subsidiaries must be true or false');
    }
    if (subsidiaries && !accounts) {
      return refuse('subsidiaries', 'subsidiaries goes with accounts: name those that are above');
    }
    const where = readWhere(input.where, context);
    return {
      type: 'account',
      ...(membership === 'current' ? {} : { membership }),
      ...(roles ? { roles } : {}),
      ...(accounts ? { accounts } : {}),
      ...(subsidiaries ? { subsidiaries } : {}),
      ...(where ? { where } : {}),
    };
  },
  compile: (rule, context) => ({ ids: matching(rule, context).select('m.contact_id') }),
  dependsOn: () => ({ accounts: true }),
  isTimed: ({ membership, where }) => membership !== 'ever' || (where ?? []).some(isTimedQuestion),
  crossed: (rule, range, context): Crossed => {
    const ended = rule.membership === 'ever' ? null : endedMemberships(context, range);
    const dates = (rule.where ?? []).filter(isTimedQuestion).map((question) =>
      crossedDates(context, accountFieldsAsked(context.strapi), {
        question,
        range,
        rows: () => withAccounts(context, membershipRows(context, 'ever')).select('m.contact_id'),
      })
    );
    const all = [ended, ...dates].filter((crossed) => crossed !== null);
    if (all.includes('everybody')) return 'everybody';
    const [first, ...others] = all as Query[];
    return first ? others.reduce((query, other) => query.union(other), first) : null;
  },
  say: (rule, { strapi }) => {
    const words = { current: 'is', former: 'was', ever: 'is or was' }[rule.membership ?? 'current'];
    const questions = (rule.where ?? []).map((question) =>
      sayQuestion(
        strapi,
        question,
        findField(strapi, accountFieldsAsked(strapi), question.field)?.label ??
          plainLabel(question.field)
      )
    );
    const named = rule.accounts
      ? rule.accounts.length === 1
        ? 'a chosen account'
        : `one of ${rule.accounts.length} chosen accounts`
      : 'an account';
    return [
      `${words} ${rule.roles ? `${rule.roles.join(' or ')} ` : ''}in ${named}`,
      ...(rule.subsidiaries ? ['or below it'] : []),
      ...(questions.length > 0 ? [`whose ${questions.join(' and ')}`] : []),
    ].join(' ');
  },
  evidence: async (rule, contactId, context) => {
    const rows: { name: string }[] = await matching(rule, { ...context, scope: [contactId] })
      .orderBy('ac.name')
      .limit(SHOWN)
      .select('ac.name');
    const names = rows.map(({ name }) => name);
    return {
      text: names.length > 0 ? `In ${names.join(', ')}` : 'In no such account',
      value: names,
    };
  },
});

const SHOWN = 5;

const isTimedQuestion = ({ operator }: FieldQuestion): boolean => TIMED.has(operator);

const readWhere = (input: unknown, context: ReadContext): FieldQuestion[] | undefined => {
  const asked = accountFieldsAsked(context.strapi);
  return readQuestions(input, 'where', context, (item, path) =>
    readQuestion(
      context.strapi,
      item,
      (name) => findField(context.strapi, asked, name),
      (rest, message) => context.refuse(rest === '' ? path : `${path}.${rest}`, message)
    )
  );
};

const withAccounts = ({ strapi }: CompileContext, rows: Query): Query => {
  const schema = strapi.db.getSchemaName();
  return rows.join(`${schema ? `${schema}.` : ''}${ACCOUNTS_TABLE} as ac`, 'ac.id', 'm.account_id');
};

const matching = (rule: AccountRule, context: CompileContext): Query => {
  const { strapi } = context;
  const rows = withAccounts(context, membershipRows(context, rule.membership ?? 'current'));
  if (rule.roles) {
    const roles = aliased(strapi, { r: CONTACT_ROLES_TABLE }).whereIn('r.name', rule.roles);
    void rows.whereIn('m.role_id', roles.select('r.id'));
  }
  if (rule.accounts && rule.subsidiaries) {
    void rows.whereRaw('ac.id in (?)', [accountsBelow(strapi, rule.accounts)]);
  } else if (rule.accounts) void rows.whereIn('ac.document_id', rule.accounts);
  for (const question of rule.where ?? []) {
    void rows.whereRaw('(?)', [entitySql(context, accountFieldsAsked(strapi), question)]);
  }
  return rows;
};
