/** The plugin's named permissions, as the admin asks for them. The server has the last word. */
import { useCallback } from 'react';
import { useAuth } from '@strapi/strapi/admin';
import { PLUGIN_ID } from '../plugin-id';

export type PermissionUid =
  | 'contacts.read'
  | 'contacts.create'
  | 'contacts.update'
  | 'contacts.delete'
  | 'accounts.read'
  | 'accounts.create'
  | 'accounts.update'
  | 'accounts.delete'
  | 'accounts.export'
  | 'contacts.export'
  | 'views.share'
  | 'activities.read'
  | 'groups.read'
  | 'groups.write'
  | 'scores.read'
  | 'scores.write'
  | 'settings.read'
  | 'settings.update'
  | 'webhooks.manage';

/** For what shows who somebody is as well as what that person did. */
export const NAMED_ACTIVITY = ['contacts.read', 'activities.read'] as const;

export interface PluginPermission {
  action: string;
  /** `Page.Protect` compares subjects with `===`, and a plugin's permission has `null` there. */
  subject: null;
}

export const permission = (uid: PermissionUid): PluginPermission => ({
  action: `plugin::${PLUGIN_ID}.${uid}`,
  subject: null,
});

/**
 * Whether the user's roles hold a permission. Not Strapi's `useRBAC`: it names an action by its
 * last part, so that `contacts.read` and `activities.read` become one answer.
 */
export const useMay = (): ((uid: PermissionUid) => boolean) => {
  const held = useAuth('useMay', (auth) => auth.permissions);
  return useCallback((uid) => held.some(({ action }) => action === permission(uid).action), [held]);
};

export const useCan = (uid: PermissionUid): boolean => useMay()(uid);
