import type { AdminModule } from '../../shared/admin-module';
import { ConditionFilter, ConditionSummary } from './contact-filter/condition-filter';

export const conditionsModule: AdminModule = {
  name: 'conditions',
  listFilters: [
    {
      of: 'contacts',
      parameter: 'condition',
      label: 'conditions.filter',
      permissions: ['contacts.read'],
      edition: 'ems',
      Editor: ConditionFilter,
      Summary: ConditionSummary,
    },
  ],
};
