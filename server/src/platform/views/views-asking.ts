/** Saved views by what they ask for, for whoever keeps it and is about to rename or delete it. */
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { adminIdOf } from '../admin-user';
import type { SavedView } from './contract';
import { toViews } from './saved-views';
import { viewRows, type ViewRow } from './table';

interface Asked {
  kind: string;
  /** Of the list's address; its values stand with commas. */
  parameter: string;
  value: string;
}

const MOST = 500;

/** Oldest first. Of others' private views no more than how many there are. */
export const viewsAsking = async (
  strapi: Core.Strapi,
  ctx: Context,
  { kind, parameter, value }: Asked
): Promise<{ views: SavedView[]; hiddenViews: number }> => {
  // Narrowed here, where an underscore stands for any letter; what it holds is read from the view.
  const rows = (await viewRows(strapi)
    .where('kind', kind)
    .where('query', 'like', `%"${parameter}":"%${value}%`)
    .orderBy('id')
    .limit(MOST)) as unknown as ViewRow[];
  const asking = rows.filter(({ query }) => {
    const asked = (JSON.parse(query) as Record<string, string>)[parameter] ?? '';
    return asked.split(',').includes(value);
  });
  const isVisible = ({ shared, owner_id }: ViewRow) =>
    Boolean(shared) || owner_id === adminIdOf(ctx);
  const seen = asking.filter(isVisible);
  return {
    views: await toViews(strapi, ctx, seen),
    hiddenViews: asking.length - seen.length,
  };
};
