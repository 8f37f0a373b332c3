/** What somebody who sets the plugin up has to copy, and whether it works. */
import type { Core } from '@strapi/strapi';
import { config, isEms } from '../../../config';
import { ACTIVITIES_TABLE } from '../../activities';
import type { Setup } from '../contract';

export const readSetup = async (strapi: Core.Strapi): Promise<Setup> => ({
  edition: config(strapi).edition,
  scriptTag: scriptTag(strapi),
  lastEvent: isEms(strapi) ? await readLastVisit(strapi) : null,
});

/** Strapi's public address as the site's config tells it (`server.url`), else where it listens. */
const scriptTag = (strapi: Core.Strapi): string => {
  const address = strapi.config.get<string>('server.absoluteUrl').replace(/\/+$/, '');
  const { path } = config(strapi).tracking;
  return `<script async src="${address}${path}/t.js"></script>`;
};

const readLastVisit = async (strapi: Core.Strapi): Promise<Setup['lastEvent']> => {
  const row:
    { url: string | null; title: string | null; occurred_at: number | string } | undefined =
    await strapi.db
      .getConnection(ACTIVITIES_TABLE)
      .where('type', 'pagevisit')
      .orderBy('occurred_at', 'desc')
      .first('url', 'title', 'occurred_at');
  if (!row) return null;
  return { url: row.url, title: row.title, at: new Date(Number(row.occurred_at)).toISOString() };
};
