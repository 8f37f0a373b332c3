/** What one domain contributes to the admin; `index.ts` and `App.tsx` are loops over these. */
import type { ComponentType, LazyExoticComponent } from 'react';
import type { EditViewPanel } from './edit-view-panel';
import type { StrapiApp, WidgetArgs } from '@strapi/strapi/admin';
import type { BulkActionView } from './bulk/bulk-action-view';
import type { Finder } from './command-bar/finder';
import type { Guarded } from './guarded';
import type { AddedColumnView } from './list/added-column';
import type { AddedFilterView } from './list/added-filter';
import type { PermissionUid } from './permissions';
import type { TranslationId } from './translate';

export interface AdminPage extends Guarded {
  /** Below `/plugins/contact-management`. */
  path: string;
  Page: LazyExoticComponent<ComponentType>;
  /** Its entry in the section's navigation, if it has one. */
  nav?: NavEntry;
}

export interface NavEntry {
  label: TranslationId;
  to: string;
  /** Entries stand in this order: what one works with first, what looks back on the work last. */
  position: number;
  shortcut?: PageShortcut;
}

export interface PageShortcut {
  /** `g c` */
  keys: string;
  /** For the list of shortcuts: "Go to contacts". */
  label: TranslationId;
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
  /** Parts of an account's card, as those above are of a contact's. */
  accountTabs?: CardTab[];
  accountPanels?: CardPanel[];
  /** Lines below a contact's name. */
  cardFacts?: CardPanel[];
  /** Of lists of this module or of modules above it. */
  bulkActions?: BulkActionView[];
  /** Of lists of modules above this one. */
  listFilters?: AddedFilterView[];
  listColumns?: AddedColumnView[];
  finders?: Finder[];
  /** Shown in the contact list as long as there is no contact at all. */
  FirstMinute?: LazyExoticComponent<ComponentType>;
  /** Beside Strapi's edit view. */
  editViewPanels?: EditViewPanel[];
  settings?: SettingsLink[];
  widgets?: WidgetArgs[];
  /** What is added to Strapi itself, such as a custom field. */
  register?: (app: StrapiApp) => void;
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
