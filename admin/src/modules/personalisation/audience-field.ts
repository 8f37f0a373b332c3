/** The custom field "Audience" for the Content-Type Builder and the edit view. */
import { Eye } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import { PLUGIN_ID } from '../../plugin-id';
import { message } from '../../shared/translate';

/** As the server registers it. */
export const AUDIENCE_FIELD = `plugin::${PLUGIN_ID}.audience`;

export const registerAudienceField = (app: StrapiApp): void => {
  app.customFields.register({
    name: 'audience',
    pluginId: PLUGIN_ID,
    type: 'json',
    icon: Eye,
    intlLabel: message('audience.label'),
    intlDescription: message('audience.description'),
    components: { Input: () => import('./input/audience-input') as never },
  });
};
