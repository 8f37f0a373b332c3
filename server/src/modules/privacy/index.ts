import { defineModule } from '../../platform/module';
import { consentData, registerConsentLog } from './consent-log';

export * from './contract';
export { CONSENT_TABLE, logConsent, logTrackingConsents } from './consent-log';

export const privacyModule = defineModule({
  name: 'privacy',
  contactData: consentData,
  register: ({ strapi }) => registerConsentLog(strapi),
});
