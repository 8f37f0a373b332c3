/**
 * The custom field "Contact", with which any content type of a site points at a contact: its document
 * id as text, so that nothing of the site's is changed when the contact goes.
 */
import type { Core } from '@strapi/strapi';
import { PLUGIN_ID } from '../../platform/plugin';

/** The admin registers its input under the same name. */
export const registerContactField = (strapi: Core.Strapi): void => {
  strapi.customFields.register({
    name: 'contact',
    plugin: PLUGIN_ID,
    type: 'string',
    inputSize: { default: 6, isResizable: true },
  });
};
