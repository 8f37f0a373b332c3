/** The GraphQL door: a site with Strapi's GraphQL plugin, and questions to it. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { TestSite } from './strapi';

export interface GraphqlAnswer {
  data: Record<string, unknown> | null | undefined;
  /** The messages of the errors. */
  problems: string[];
}

/** Strapi takes the plugins an app depends on. For `startSite`'s `prepare`. */
export const addGraphql = async (appDir: string): Promise<void> => {
  const file = path.join(appDir, 'package.json');
  const app = await readJson<{ dependencies: object }>(file);
  const { version } = await readJson<{ version: string }>(
    require.resolve('@strapi/plugin-graphql/package.json')
  );
  const dependencies = { ...app.dependencies, '@strapi/plugin-graphql': version };
  await writeFile(file, JSON.stringify({ ...app, dependencies }));
};

const readJson = async <Content>(file: string): Promise<Content> =>
  JSON.parse(await readFile(file, 'utf8')) as Content;

/** Without a token when it is null. */
export const askGraphql = async (
  site: TestSite,
  query: string,
  {
    variables = {},
    token = site.apiToken,
  }: { variables?: Record<string, unknown>; token?: string | null } = {}
): Promise<GraphqlAnswer> => {
  const { body } = await site.http
    .post('/graphql')
    .set(token === null ? {} : { authorization: `Bearer ${token}` })
    .send({ query, variables });
  const errors = (body.errors ?? []) as { message: string }[];
  return { data: body.data, problems: errors.map(({ message }) => message) };
};
