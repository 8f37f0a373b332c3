import type { AdminModule } from '../../shared/admin-module';
import { registerAudienceField } from './audience-field';
import { PreviewPanel } from './panels/preview-panel';

export const personalisationModule: AdminModule = {
  name: 'personalisation',
  register: registerAudienceField,
  editViewPanels: [PreviewPanel],
};
