/**
 * Saved views. Everybody who sees a list has private views of it; sharing one takes a permission, and
 * a shared view is changed by its owner or by somebody who may share. Others' private views are as if
 * they were not there.
 */
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context } from 'koa';
import { adminNames } from '../admin-names';
import { adminIdOf, isAllowed } from '../admin-user';
import { now } from '../clock';
import { countOf } from '../sql/counting';
import { insertOne } from '../sql/insert-one';
import type { SavedView } from './contract';
import { parseNewView, parseViewChange } from './parse-view';
import { viewRows, VIEWS_TABLE, type ViewRow } from './table';
import { viewKind, type ViewKind } from './view-kind';

export const SHARE = 'views.share';
/** Of one person and list; a row of tabs holds fewer. */
const MOST_OWN = 100;
const MOST_LISTED = 500;

/** Own and shared ones, in the order in which they were made. */
export const listViews = async (strapi: Core.Strapi, ctx: Context): Promise<SavedView[]> => {
  const { kind, permissions } = allowedKind(strapi, ctx, ctx.query.kind);
  const rows = (await viewRows(strapi)
    .where('kind', kind)
    .where((visible) => {
      void visible.where('owner_id', adminIdOf(ctx)).orWhere('shared', true);
    })
    .orderBy('id')
    .limit(MOST_LISTED)) as unknown as ViewRow[];
  return (await toViews(strapi, ctx, rows)).filter(
    ({ query }) => !permissions || isAllowed(ctx, permissions(strapi, query))
  );
};

export const createView = async (strapi: Core.Strapi, ctx: Context): Promise<SavedView> => {
  const view = parseNewView(strapi, ctx.request.body);
  refuseQuery(strapi, ctx, allowedKind(strapi, ctx, view.kind), view.query);
  if (view.shared && !isAllowed(ctx, SHARE)) throw new errors.ForbiddenError();
  const owner_id = adminIdOf(ctx);
  const own = await countOf(viewRows(strapi).where({ kind: view.kind, owner_id }));
  if (own >= MOST_OWN) {
    throw new errors.ValidationError(`You have ${MOST_OWN} views of this list: delete one first`);
  }
  const { kind, name, shared } = view;
  const query = JSON.stringify(view.query);
  const row = { kind, name, shared, query, owner_id };
  const id = await insertOne(strapi, VIEWS_TABLE, { ...row, created_at: now() });
  return toOneView(strapi, ctx, { ...row, id });
};

/** Throws NotFoundError, also for what the caller may not see. */
export const changeView = async (
  strapi: Core.Strapi,
  ctx: Context,
  id: string
): Promise<SavedView> => {
  const row = await changeableView(strapi, ctx, id);
  const { query, ...change } = parseViewChange(strapi, ctx.request.body, row.kind);
  if (query) refuseQuery(strapi, ctx, viewKind(strapi, row.kind), query);
  if (change.shared && !row.shared && !isAllowed(ctx, SHARE)) throw new errors.ForbiddenError();
  const changed = { ...change, ...(query && { query: JSON.stringify(query) }) };
  if (Object.keys(changed).length > 0) await viewRows(strapi).where({ id }).update(changed);
  return toOneView(strapi, ctx, { ...row, ...changed });
};

export const deleteView = async (strapi: Core.Strapi, ctx: Context, id: string) => {
  await changeableView(strapi, ctx, id);
  await viewRows(strapi).where({ id }).delete();
};

const changeableView = async (strapi: Core.Strapi, ctx: Context, id: string): Promise<ViewRow> => {
  const found = /^\d{1,15}$/.test(id) ? await viewRows(strapi).where({ id }).first() : undefined;
  const row = found as unknown as ViewRow | undefined;
  const isVisible = row && (row.shared || row.owner_id === adminIdOf(ctx));
  if (!isVisible) throw new errors.NotFoundError('There is no such view');
  const kind = allowedKind(strapi, ctx, row.kind);
  refuseQuery(strapi, ctx, kind, queryOf(row));
  if (!mayChange(ctx, row)) throw new errors.ForbiddenError();
  return row;
};

const mayChange = (ctx: Context, { owner_id, shared }: ViewRow): boolean =>
  owner_id === adminIdOf(ctx) || (Boolean(shared) && isAllowed(ctx, SHARE));

const allowedKind = (strapi: Core.Strapi, ctx: Context, name: unknown): ViewKind => {
  const kind = viewKind(strapi, name);
  if (!isAllowed(ctx, kind.permission)) throw new errors.ForbiddenError();
  return kind;
};

const refuseQuery = (
  strapi: Core.Strapi,
  ctx: Context,
  { permissions }: ViewKind,
  query: ViewQuery
): void => {
  if (permissions && !isAllowed(ctx, permissions(strapi, query))) throw new errors.ForbiddenError();
};

type ViewQuery = SavedView['query'];

const queryOf = (row: ViewRow): ViewQuery => JSON.parse(row.query) as ViewQuery;

export const toViews = async (
  strapi: Core.Strapi,
  ctx: Context,
  rows: ViewRow[]
): Promise<SavedView[]> => {
  const names = await adminNames(
    strapi,
    rows.map(({ owner_id }) => owner_id)
  );
  return rows.map((row) => toView(row, names.get(row.owner_id), mayChange(ctx, row)));
};

const toOneView = async (strapi: Core.Strapi, ctx: Context, row: ViewRow): Promise<SavedView> => {
  const names = await adminNames(strapi, [row.owner_id]);
  return toView(row, names.get(row.owner_id), mayChange(ctx, row));
};

const toView = (row: ViewRow, ownerName: string | undefined, canChange: boolean): SavedView => ({
  id: String(row.id),
  kind: row.kind,
  name: row.name,
  shared: Boolean(row.shared),
  query: queryOf(row),
  owner: ownerName === undefined ? null : { id: row.owner_id, name: ownerName },
  canChange,
});
