import { ExportButton } from '../../../shared/list/export-button';
import { toListQuery } from './list-state';
import { useAccountList } from './use-account-list';

export const ExportAccounts = () => {
  const { state, chosen } = useAccountList();
  return <ExportButton list="accounts" query={toListQuery(state)} columns={chosen} />;
};
