import type { AdminPage, NavEntry } from './admin-module';

/** The section's navigation, in its order. */
export const navEntries = (pages: AdminPage[]): NavEntry[] =>
  pages.flatMap(({ nav }) => (nav ? [nav] : [])).sort((a, b) => a.position - b.position);
