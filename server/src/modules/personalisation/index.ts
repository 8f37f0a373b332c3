import { defineModule } from '../../platform/module';
import { PLUGIN_ID } from '../../platform/plugin';
import { tellGroupUsers } from '../groups';
import { contentAskingFor } from './audience/asking-content';
import { guardAudiences } from './audience/guard-audiences';
import { registerAudienceField } from './audience/schemas';
import { contactData } from './contact-data';
import { createPersonalisedController } from './content/controller';
import { narrowQueries } from './content/narrowing';
import { personalAnswers } from './content/personal-answers';
import { personalDocuments } from './content/personal-documents';
import { routes } from './routes';
import { createPersonalisationAdmin } from './screens/controller';
import { registerTables } from './tables';
import { makeToken } from './visitor/make-token';

export * from './contract';

export const personalisationModule = defineModule({
  name: 'personalisation',
  routes,
  controllers: {
    personalised: createPersonalisedController,
    'personalisation-admin': createPersonalisationAdmin,
  },
  contactData,
  visitorToken: (strapi, key) => makeToken(strapi, key),
  register: ({ strapi }) => {
    registerTables(strapi);
    registerAudienceField(strapi, PLUGIN_ID);
    guardAudiences(strapi);
    tellGroupUsers(strapi, contentAskingFor);
    personalDocuments(strapi);
    narrowQueries(strapi);
    strapi.server.use(personalAnswers(strapi));
  },
});
