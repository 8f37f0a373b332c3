import { modules } from '../../../admin/src/modules';
import { navEntries } from '../../../admin/src/shared/nav-entries';
import { t } from './support';

jest.mock('@strapi/strapi/admin', () => ({}));

it('leads to people first, then to where they belong, and to the record of changes last', () => {
  const entries = navEntries(modules.flatMap(({ pages = [] }) => pages));
  expect(entries.map(({ label }) => t(label))).toEqual([
    'Contacts',
    'Accounts',
    'Groups',
    'Scores',
    'Live view',
    'Bulk changes',
  ]);
});
