/** Content types of a site's own, written into the test app before it boots. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

export interface SiteContentType {
  name: string;
  draftAndPublish?: boolean;
  attributes: Record<string, object>;
}

/** `api::<name>.<name>`, with the routes, controller and service that Strapi would generate. */
export const addContentType = async (
  appDir: string,
  { name, draftAndPublish = false, attributes }: SiteContentType
): Promise<void> => {
  const folder = path.join(appDir, 'src/api', name);
  const schema = {
    kind: 'collectionType',
    collectionName: `${name}s`,
    info: { singularName: name, pluralName: `${name}s`, displayName: name },
    options: { draftAndPublish },
    attributes,
  };
  await writeInto(path.join(folder, 'content-types', name), 'schema.json', JSON.stringify(schema));
  const factories = { routes: 'Router', controllers: 'Controller', services: 'Service' };
  for (const [kind, factory] of Object.entries(factories)) {
    await writeInto(
      path.join(folder, kind),
      `${name}.js`,
      `module.exports = require('@strapi/strapi').factories.createCore${factory}('api::${name}.${name}');`
    );
  }
};

/** `<category>.<name>`. */
export const addComponent = async (
  appDir: string,
  { category, name, attributes }: { category: string; name: string; attributes: object }
): Promise<void> => {
  const component = {
    collectionName: `components_${category}_${name}`,
    info: { displayName: name },
    attributes,
  };
  await writeInto(
    path.join(appDir, 'src/components', category),
    `${name}.json`,
    JSON.stringify(component)
  );
};

const writeInto = async (folder: string, file: string, text: string): Promise<void> => {
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, file), text);
};
