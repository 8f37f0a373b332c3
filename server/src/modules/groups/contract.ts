/** The words and shapes of groups that other modules and the admin share. */
// Brings the file along that is added to below, also where only this contract is imported.
import type {} from '../../platform/events';
import type { SavedView } from '../../platform/views/contract';

export const CONTACT_GROUP_UID = 'plugin::contact-management.contact-group' as const;
export const CONTACT_GROUPS_TABLE = 'cm_contact_groups' as const;
export const GROUP_MEMBERS_TABLE = 'cm_group_members' as const;
export const GROUP_ACCOUNTS_TABLE = 'cm_group_accounts' as const;

export const GROUP_KINDS = ['manual', 'dynamic'] as const;
export type GroupKind = (typeof GROUP_KINDS)[number];

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
}

/** What a change of members came to. */
export interface MembersChanged {
  added: number;
  removed: number;
  size: number;
}
