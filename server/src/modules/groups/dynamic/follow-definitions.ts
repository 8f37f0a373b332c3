/**
 * What conditions ask about changes by itself: a field or status that is renamed or deleted, an entry
 * that visitors read and that belongs elsewhere now. Whose groups ask for it are asked anew at the next
 * look (upkeep.ts), once however many changes there were.
 */
import type { Core } from '@strapi/strapi';
import { isEms } from '../../../config';
import { CUSTOM_FIELD_UID } from '../../../platform/fields/contract';
import { inTable } from '../../../platform/sql/table';
import { causeOf } from '../../../platform/sql/write-conflict';
import { afterCommit } from '../../../platform/transaction';
import { ACCOUNT_STATUS_UID, ACCOUNT_UID, CONTACT_ROLE_UID } from '../../accounts';
import type { Dependencies } from '../../conditions/contract';
import { CONTACT_STATUS_UID } from '../../contacts';
import { UPKEEP_TABLE } from '../tables';
import { dynamicGroups } from './dynamic-groups';
import { queueRebuilds } from './mend-rebuilds';

interface Context {
  uid: string;
  action: string;
  params: { data?: Record<string, unknown> };
}

const WRITES = new Set(['create', 'update', 'clone', 'delete', 'publish', 'unpublish']);

type Asks = (on: Dependencies) => boolean;

const asksAccounts: Asks = ({ accounts }) => accounts;

/** Codes that conditions name; what else of these is written changes no answer. */
const definitions: Partial<Record<string, Asks>> = {
  [CONTACT_STATUS_UID]: ({ fields }) => fields.includes('status'),
  [ACCOUNT_STATUS_UID]: asksAccounts,
  [CONTACT_ROLE_UID]: asksAccounts,
  [CUSTOM_FIELD_UID]: ({ fields, accounts }) =>
    accounts || fields.some((field) => field.startsWith('customFields')),
};

export const followDefinitions = (strapi: Core.Strapi): void => {
  if (!isEms(strapi)) return;
  const middleware = async (context: Context, next: () => Promise<unknown>) => {
    const result = await next();
    const asks = askedBy(context);
    if (asks) await askAnewOnceCommitted(strapi, asks);
    return result;
  };
  strapi.documents.use(middleware as unknown as Parameters<typeof strapi.documents.use>[0]);
};

/** Whoever writes waits for it where nothing is left to commit. What was written stands either way. */
const askAnewOnceCommitted = async (strapi: Core.Strapi, asks: Asks): Promise<void> => {
  const ask = () =>
    askAnew(strapi, asks).catch((error: unknown) => {
      strapi.log.error(`contact-management: groups are not rebuilt: ${causeOf(error)}`);
    });
  if (strapi.db.inTransaction()) await afterCommit(strapi, () => void ask());
  else await ask();
};

/** Null where nothing can ask for it. */
const askedBy = ({ uid, action, params }: Context): Asks | null => {
  if (!WRITES.has(action)) return null;
  const known = definitions[uid];
  if (known) return action === 'update' && !changesCode(uid, params.data) ? null : known;
  if (uid === ACCOUNT_UID || !uid.startsWith('api::')) return null;
  return ({ contentTypes }) => contentTypes.includes(uid);
};

const changesCode = (uid: string, data: Record<string, unknown> = {}): boolean =>
  uid === CUSTOM_FIELD_UID || 'name' in data;

const askAnew = async (strapi: Core.Strapi, asks: Asks): Promise<void> => {
  const groups = await dynamicGroups(strapi);
  const asking = groups.filter(({ dependsOn }) => asks(dependsOn));
  const broken: unknown[] = await inTable(strapi, UPKEEP_TABLE)
    .whereNotNull('problem')
    .pluck('group_id');
  const ids = [...asking.map(({ groupId }) => groupId), ...broken.map(Number)];
  await queueRebuilds(strapi, ids);
};
