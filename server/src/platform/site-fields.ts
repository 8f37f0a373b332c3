/**
 * Attributes that a site adds to a content type of ours in its configuration. Strapi drops the column of
 * an attribute that is gone at the next boot; a slip in a configuration file must not cost a column of
 * values. So what was configured once is remembered: left out, it stays in the database, seen nowhere;
 * only `false` in its place removes it.
 */
import type { Core } from '@strapi/strapi';
import { listColumnsOf } from './list-columns';
import { listFiltersOf } from './list-filters';
import { PLUGIN_ID } from './plugin';

export interface SiteField {
  type: SiteFieldType;
  enum?: string[];
  default?: string | number | boolean;
  maxLength?: number;
  minLength?: number;
  min?: number;
  max?: number;
  private?: boolean;
}

/** By name; `false` removes the field and its values. */
export type SiteFields = Record<string, SiteField | false>;

export const SITE_FIELD_TYPES = [
  ...(['string', 'text', 'email', 'enumeration', 'boolean', 'integer', 'biginteger'] as const),
  ...(['decimal', 'float', 'date', 'datetime', 'time', 'json'] as const),
] as const;
export type SiteFieldType = (typeof SITE_FIELD_TYPES)[number];

interface Attributes {
  attributes: Record<string, Record<string, unknown>>;
}

/** For `register()`, after the plugin's own attributes. Throws a sentence that stops the boot. */
export const addSiteFields = async (
  strapi: Core.Strapi,
  uid: string,
  { own, fields, at }: { own: string[]; fields: SiteFields; at: string }
): Promise<void> => {
  const taken = [...own, ...RESERVED, ...listNamesOf(uid)];
  for (const name of Object.keys(fields)) refuseName(name, taken, at);
  const remembered = (await readRemembered(strapi))[uid] ?? {};
  const configured = Object.entries(fields).flatMap(([name, field]): [string, SiteField][] =>
    field === false ? [] : [[name, field]]
  );
  for (const [name, field] of configured) refuseOtherColumn(name, remembered[name], field, at);
  const retired = Object.entries(remembered).filter(([name]) => !Object.hasOwn(fields, name));
  strapi.get('content-types').extend(uid, ({ attributes }: Attributes) => {
    for (const [name, field] of Object.entries(fields)) {
      if (field === false) Reflect.deleteProperty(attributes, name);
      else attributes[name] = { ...field };
    }
    for (const [name, field] of retired) attributes[name] ??= retire(field);
  });
  warnOf(strapi, at, retired, attributesOf(strapi, uid));
  remember(strapi, uid, Object.fromEntries([...retired, ...configured]));
};

/** Whether an attribute is one that the configuration has no more. */
export const isRetired = (attribute: object): boolean => {
  const { pluginOptions } = attribute as { pluginOptions?: Record<string, { retired?: boolean }> };
  return pluginOptions?.[PLUGIN_ID]?.retired === true;
};

const bare = (name: string) => name.replace(/_/g, '').toLowerCase();

/** What Strapi keeps for itself, and what the screens show as if it were a field. */
const RESERVED = [
  ...['id', 'documentId', 'createdAt', 'updatedAt', 'publishedAt', 'createdBy', 'updatedBy'],
  ...['locale', 'localizations', 'displayName', 'strapi', 'meta', 'entryId', 'status'],
];

/** What other modules give to the type's list, to be asked for in the same places as fields. */
const listNamesOf = (uid: string): string[] => [
  ...listFiltersOf(uid).map(({ parameter }) => parameter),
  ...listColumnsOf(uid).map(({ name }) => name),
];

const refuseName = (name: string, taken: string[], at: string) => {
  const start = `Check plugins.${PLUGIN_ID}.config: ${at}.${name}`;
  if (name in Object.prototype) {
    throw new Error(`${start} has a name that every object of JavaScript has; choose another name`);
  }
  const own = taken.find((other) => bare(other) === bare(name));
  if (own === undefined) return;
  throw new Error(`${start} would shadow the plugin's own ${own}; choose another name`);
};

/** Types that share a kind of column; a change to another kind would lose values or fail. */
const COLUMNS: Record<SiteFieldType, string> = {
  ...{ string: 'short text', email: 'short text', enumeration: 'short text' },
  ...{ text: 'text', boolean: 'boolean', integer: 'integer', biginteger: 'biginteger' },
  ...{ decimal: 'decimal', float: 'float', date: 'date', datetime: 'datetime', time: 'time' },
  json: 'json',
};

const refuseOtherColumn = (
  name: string,
  before: SiteField | undefined,
  { type }: SiteField,
  at: string
) => {
  if (!before || COLUMNS[before.type] === COLUMNS[type]) return;
  throw new Error(
    `Check plugins.${PLUGIN_ID}.config: ${at}.${name} has been of type ${before.type} and cannot become ${type}; ` +
      `give the new field another name, or set ${name} to false for one start, which deletes its values`
  );
};

/** Nobody sees or writes it; its column stays. */
const retire = ({ type, enum: values }: SiteField) => ({
  type,
  ...(values ? { enum: values } : {}),
  private: true,
  visible: false,
  configurable: false,
  writable: false,
  pluginOptions: { [PLUGIN_ID]: { retired: true } },
});

const attributesOf = (strapi: Core.Strapi, uid: string) =>
  (strapi.get('content-types').get(uid) as unknown as Attributes).attributes;

const warnOf = (
  strapi: Core.Strapi,
  at: string,
  retired: [string, SiteField][],
  attributes: Attributes['attributes']
) => {
  for (const [name] of retired) {
    if (!isRetired(attributes[name] ?? {})) continue;
    strapi.log.warn(
      `contact-management: ${at}.${name} is not in the configuration any more. Its values are kept and ` +
        `hidden: put it back, or set it to false to delete them`
    );
  }
};

type Remembered = Record<string, Record<string, SiteField>>;

const KEY = 'site-fields';
const CORE_STORE = 'strapi_core_store_settings';

/** Before Strapi's store is open: from its table. */
const readRemembered = async (strapi: Core.Strapi): Promise<Remembered> => {
  if (!(await strapi.db.getSchemaConnection().hasTable(CORE_STORE))) return {};
  const row: { value: string } | undefined = await strapi.db
    .getConnection(CORE_STORE)
    .where({ key: `plugin_${PLUGIN_ID}_${KEY}` })
    .first('value');
  return row ? (JSON.parse(row.value) as Remembered) : {};
};

/** Once the columns are there: a boot that failed changed nothing. */
const remember = (strapi: Core.Strapi, uid: string, fields: Record<string, SiteField>): void => {
  strapi.hook('strapi::content-types.afterSync').register(async () => {
    const all = await readRemembered(strapi);
    if (JSON.stringify(all[uid] ?? {}) === JSON.stringify(fields)) return;
    await strapi
      .store({ type: 'plugin', name: PLUGIN_ID })
      .set({ key: KEY, value: { ...all, [uid]: fields } });
  });
};
