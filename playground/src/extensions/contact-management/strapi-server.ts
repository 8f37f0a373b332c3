/** What this shop knows of its customers beyond the plugin's own attributes. */
interface ContactManagement {
  contentTypes: { contact: { schema: { attributes: Record<string, object> } } };
}

const attributes = {
  favouriteRoast: { type: 'string', maxLength: 60 },
  /** Too much for a plain form: the contact card sends editors to the Content Manager for it. */
  portrait: { type: 'media', multiple: false, allowedTypes: ['images'] },
};

export default (plugin: ContactManagement): ContactManagement => {
  const { contact } = plugin.contentTypes;
  const schema = { ...contact.schema, attributes: { ...contact.schema.attributes, ...attributes } };
  return { ...plugin, contentTypes: { ...plugin.contentTypes, contact: { ...contact, schema } } };
};
