/** What one domain contributes to the admin; `index.ts` and `App.tsx` are loops over these. */
import type { ComponentType, LazyExoticComponent } from 'react';
import type { WidgetArgs } from '@strapi/strapi/admin';
import type { Edition } from './edition';
import type { PermissionUid } from './permissions';
import type { TranslationId } from './translate';

export interface Guarded {
  /** All of them are needed, as by the server's routes. */
  permissions: readonly PermissionUid[];
  /** Only in this edition; in both when left out. */
  edition?: Edition;
}

export interface AdminPage extends Guarded {
  /** Below `/plugins/contact-management`. */
  path: string;
  Page: LazyExoticComponent<ComponentType>;
  /** Its entry in the section's navigation, if it has one. */
  nav?: { label: TranslationId; to: string };
}

export interface CardTab extends Guarded {
  /** The last part of the card's address. */
  id: string;
  label: TranslationId;
  /** Tabs stand in this order; the first is the one a card opens with. */
  position: number;
  Tab: LazyExoticComponent<ComponentType<CardSlotProps>>;
}

export interface CardPanel extends Guarded {
  id: string;
  Panel: LazyExoticComponent<ComponentType<CardSlotProps>>;
}

export interface CardSlotProps {
  documentId: string;
}

export interface AdminModule {
  name: string;
  pages?: AdminPage[];
  cardTabs?: CardTab[];
  cardPanels?: CardPanel[];
  /** Shown in the contact list as long as there is no contact at all. */
  FirstMinute?: LazyExoticComponent<ComponentType>;
  settings?: SettingsLink[];
  widgets?: WidgetArgs[];
}

export interface SettingsLink {
  id: string;
  label: TranslationId;
  /** Links stand in this order. */
  position: number;
  to: string;
  permission: PermissionUid;
  load: () => Promise<{ default: ComponentType }>;
}
