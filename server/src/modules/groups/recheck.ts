/**
 * Once an hour every group that holds accounts, or members by one, is brought in line with them: a
 * membership whose last day has passed is announced by nobody, and a reaction that failed is made up
 * for here.
 */
import type { Core } from '@strapi/strapi';
import { HOUR, MINUTE, now, type Milliseconds } from '../../platform/clock';
import type { JobContext } from '../../platform/jobs/contract';
import { jobs } from '../../platform/jobs/service';
import { isRecord } from '../../platform/records';
import { aliased } from '../../platform/sql/table';
import { causeOf } from '../../platform/sql/write-conflict';
import {
  CONTACT_GROUPS_TABLE,
  GROUP_ACCOUNTS_TABLE,
  GROUP_MEMBERS_TABLE,
  type GroupRef,
} from './contract';
import { BY_ACCOUNT, bringInLine } from './members/by-account';
import { changeGroup } from './members/change-group';

export const RECHECK_JOB = 'groups.recheck';

/** Group by group in the order of their row numbers; goes on where it was stopped. */
export const recheckGroups = async ({
  strapi,
  progress,
  report,
  signal,
}: JobContext): Promise<Record<string, unknown> | null> => {
  let { done } = progress;
  let after = Number(isRecord(progress.position) ? progress.position.after : 0);
  while (!signal.aborted) {
    const group = await nextGroup(strapi, after);
    if (!group) return { groups: done };
    await changeGroup(strapi, group, BY_ACCOUNT, (trx) =>
      bringInLine(strapi, trx, group.groupId, 'all')
    );
    after = group.groupId;
    done += 1;
    await report({ done, failed: 0, total: null, position: { after } });
  }
  return null;
};

/** A group that holds no account any more may still have members by one. */
const nextGroup = async (strapi: Core.Strapi, after: number): Promise<GroupRef | null> => {
  const holding = aliased(strapi, { ga: GROUP_ACCOUNTS_TABLE }).select('ga.group_id');
  const members = aliased(strapi, { x: GROUP_MEMBERS_TABLE })
    .whereRaw('x.group_id = g.id')
    .where('x.by_account', true)
    .select('x.id');
  const found = (await aliased(strapi, { g: CONTACT_GROUPS_TABLE })
    .where('g.id', '>', after)
    .where((query) => {
      void query.whereIn('g.id', holding).orWhereExists(members);
    })
    .orderBy('g.id')
    .first({ groupId: 'g.id', documentId: 'g.document_id', name: 'g.name' })) as unknown;
  return (found as GroupRef | undefined) ?? null;
};

const LOOK_EVERY: Milliseconds = 10 * MINUTE;

/** On servers that serve HTTP; no second one while one is on its way. */
export const createRecheckTimer = (strapi: Core.Strapi) => {
  let lastAt: Milliseconds = 0;
  const look = async (): Promise<void> => {
    if (!strapi.server.httpServer.listening || now() - lastAt < HOUR) return;
    lastAt = now();
    if (await jobs(strapi).isPending(RECHECK_JOB)) return;
    await jobs(strapi).add({ name: RECHECK_JOB, payload: {}, createdBy: null });
  };
  const timer = setInterval(() => {
    look().catch((error: unknown) => {
      strapi.log.error(`contact-management: groups are not rechecked: ${causeOf(error)}`);
    });
  }, LOOK_EVERY);
  timer.unref();
  return {
    stop: () => {
      clearInterval(timer);
    },
  };
};
