/** The custom field "Contact" for the Content-Type Builder and the edit view. */
import { User } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import { PLUGIN_ID } from '../../../plugin-id';
import { message } from '../../../shared/translate';

/** The server registers it under the same name. */
export const registerContactField = (app: StrapiApp): void => {
  app.customFields.register({
    name: 'contact',
    pluginId: PLUGIN_ID,
    type: 'string',
    icon: User,
    intlLabel: message('picker.label'),
    intlDescription: message('picker.description'),
    components: { Input: () => import('./contact-picker-input') as never },
    options: {
      advanced: [
        {
          sectionTitle: null,
          items: [
            {
              name: 'required',
              type: 'checkbox',
              intlLabel: message('picker.required'),
              description: message('picker.requiredHint'),
            },
          ],
        },
      ],
    },
  });
};
