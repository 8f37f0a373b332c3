/** Values by the names of the field catalogue: `email` is on the contact, `customFields.tier` inside. */

export type Values = Record<string, unknown>;

/** Undefined when there is none. */
export const readField = (values: Values, name: string): unknown => {
  const [parent = '', code] = name.split('.');
  const value = own(values, parent);
  return code === undefined ? value : own(Object(value) as Values, code);
};

const own = (values: Values, name: string): unknown =>
  Object.hasOwn(values, name) ? values[name] : undefined;

/** The other way round, as the server takes it and Strapi's forms hold it. */
export const toNested = (entries: [name: string, value: unknown][]): Values => {
  const nested = new Map<string, unknown>();
  for (const [name, value] of entries) {
    const [parent = '', code] = name.split('.');
    if (code === undefined) nested.set(parent, value);
    else nested.set(parent, { ...Object(nested.get(parent)), [code]: value });
  }
  return Object.fromEntries(nested);
};
