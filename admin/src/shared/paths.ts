/** Where the screens live, so that no link spells a path by itself. */
import { PLUGIN_ID } from '../plugin-id';
import { ACCOUNT_UID, CONTACT_UID } from './content-types';

export const PLUGIN_PATH = `/plugins/${PLUGIN_ID}`;

export const contactListPath = `${PLUGIN_PATH}/contacts`;
export const accountListPath = `${PLUGIN_PATH}/accounts`;
export const bulkChangesPath = `${PLUGIN_PATH}/bulk-changes`;
export const groupListPath = `${PLUGIN_PATH}/groups`;

/** Where a dynamic group gets its condition before it is made. */
export const newGroupPath = `${groupListPath}/new`;

export const groupPath = (documentId: string, tab?: string): string =>
  [groupListPath, encodeURIComponent(documentId), tab].filter(Boolean).join('/');

export const scoreListPath = `${PLUGIN_PATH}/scores`;

export const scorePath = (documentId: string, tab?: string): string =>
  [scoreListPath, encodeURIComponent(documentId), tab].filter(Boolean).join('/');

export const livePath = `${PLUGIN_PATH}/live`;

export const contactPath = (documentId: string, tab?: string): string =>
  [contactListPath, encodeURIComponent(documentId), tab].filter(Boolean).join('/');

export const accountPath = (documentId: string, tab?: string): string =>
  [accountListPath, encodeURIComponent(documentId), tab].filter(Boolean).join('/');

/** Strapi's own editor of an account. */
export const accountEditorPath = (documentId: string): string =>
  `/content-manager/collection-types/${ACCOUNT_UID}/${encodeURIComponent(documentId)}`;

/** Strapi's own editor of a contact, for the kinds of fields that a plain form cannot hold. */
export const contentManagerPath = (documentId: string): string =>
  `/content-manager/collection-types/${CONTACT_UID}/${encodeURIComponent(documentId)}`;
