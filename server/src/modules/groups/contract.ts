/** The words and shapes of groups that other modules and the admin share. */
// Brings the file along that is added to below, also where only this contract is imported.
import type {} from '../../platform/events';
import type { SavedView } from '../../platform/views/contract';
import type { Condition, ConditionPreview } from '../conditions/contract';

export const CONTACT_GROUP_UID = 'plugin::contact-management.contact-group' as const;
export const CONTACT_GROUPS_TABLE = 'cm_contact_groups' as const;
export const GROUP_MEMBERS_TABLE = 'cm_group_members' as const;
export const GROUP_ACCOUNTS_TABLE = 'cm_group_accounts' as const;
export const GROUP_HISTORY_TABLE = 'cm_group_history' as const;

export const GROUP_KINDS = ['manual', 'dynamic'] as const;
export type GroupKind = (typeof GROUP_KINDS)[number];

/** Of a dynamic group's members by condition: whether all contacts were asked, or are being asked. */
export const REBUILD_STATES = ['queued', 'running', 'done', 'failed'] as const;
export type RebuildState = (typeof REBUILD_STATES)[number];

/** Contacts or accounts that one request may name. */
export const MOST_NAMED = 10_000;

declare module '../../platform/events' {
  interface DomainEvents {
    /** In batches; no batch is empty. */
    'group.member-added': GroupMembers;
    /** Also those who were excluded. Contacts that are gone are announced by `contact.deleted` alone. */
    'group.member-removed': GroupMembers;
    /** Its members went with it, unannounced. */
    'group.deleted': GroupRef[];
  }
}

export interface GroupRef {
  groupId: number;
  documentId: string;
  /** The code. */
  name: string;
}

export interface GroupMembers extends GroupRef {
  contactIds: number[];
}

/** What the admin's screens get. Dates are ISO strings. */
export interface GroupView {
  documentId: string;
  name: string;
  displayName: string;
  description: string | null;
  kind: GroupKind;
  enabled: boolean;
  visibleToSite: boolean;
  size: number;
  createdAt: string;
  /** Null of a manual one. */
  condition: Condition | null;
  /** IANA: days of the condition are in it. Null: the site's. */
  timeZone: string | null;
  rebuildState: RebuildState | null;
  rebuiltAt: string | null;
  /** The job that asks all contacts, while it waits or runs: `GET /jobs/:id` tells how far it is. */
  rebuildJob: string | null;
  /** Why the condition cannot be asked any more, in a sentence: members stay as they are. */
  problem: string | null;
  /** What was written up to then has been applied; null of a manual one, or while it is disabled. */
  freshAt: string | null;
}

export interface PageMeta {
  nextCursor: string | null;
  previousCursor: string | null;
  pageSize: number;
}

export interface GroupPage {
  data: GroupView[];
  meta: PageMeta;
}

/** The ways by which a contact is in a group. */
export interface Ways {
  byCondition: boolean;
  byAccount: boolean;
  byHand: boolean;
}

export interface MemberView extends Ways {
  contact: { documentId: string; displayName: string; email: string | null };
  /** Out by hand, whatever else would make it a member. */
  excluded: boolean;
  /** Names of the accounts that make it a member; a few of many. */
  accounts: string[];
  since: string;
  /** Why it came in, in a sentence of the language asked for; null when that is not known any more. */
  because: string | null;
}

export interface MemberPage {
  data: MemberView[];
  meta: PageMeta;
}

export interface GroupOfContactView extends Ways {
  group: Pick<GroupView, 'documentId' | 'name' | 'displayName' | 'kind'>;
  excluded: boolean;
  accounts: string[];
  since: string;
  because: string | null;
}

/** What made a contact a member, or no member any more. */
export const ENTRY_WAYS = ['condition', 'account', 'hand', 'exclusion'] as const;
export type EntryWay = (typeof ENTRY_WAYS)[number];

export interface GroupHistoryEntry {
  id: string;
  event: 'entered' | 'left';
  way: EntryWay;
  /** In a sentence of the language asked for. */
  because: string;
  at: string;
  contact: MemberView['contact'];
}

/** `GET /contact-groups/:id/history?cursor&pageSize&contact=<document id>&language=`: newest first. */
export interface GroupHistoryPage {
  data: GroupHistoryEntry[];
  meta: PageMeta;
}

/** `GET /contact-groups/:id/sizes?days=90`: one for each day, oldest first; days in UTC. */
export interface GroupSizes {
  days: {
    /** `2026-03-31` */
    day: string;
    /** At its end; of today, now. */
    size: number;
    entered: number;
    left: number;
  }[];
}

/** `POST /contact-groups/:id/preview`: what a condition would make of this group. */
export interface GroupPreview extends ConditionPreview {
  /** Who would come in, and who would leave. */
  added: number;
  removed: number;
  /** Otherwise these two are about so many. */
  differenceExact: boolean;
}

export interface GroupAccountView {
  documentId: string;
  name: string;
}

export interface GroupAccountPage {
  data: GroupAccountView[];
  meta: PageMeta;
}

/** What asks for the group by its code. */
export interface GroupUse {
  /** Saved views that the reader sees. */
  views: SavedView[];
  /** Private ones of others. */
  hiddenViews: number;
  /** While there is one, the group can be neither deleted nor given another code. */
  users: GroupUser[];
}

/** What asks for a group in its condition. */
export interface GroupUser {
  /** `group`, or what the module that uses it calls it: `score` … */
  kind: string;
  documentId: string | null;
  name: string;
  displayName: string;
}

/** What a change of members came to. */
export interface MembersChanged {
  added: number;
  removed: number;
  size: number;
}
