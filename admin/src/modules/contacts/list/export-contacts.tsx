import { ExportButton } from '../../../shared/list/export-button';
import { toListQuery } from './list-state';
import { useContactColumns } from './use-contact-columns';
import { useListState } from './use-list-state';

export const ExportContacts = () => {
  const [state, setState] = useListState();
  const { chosen } = useContactColumns(state, setState);
  return <ExportButton list="contacts" query={toListQuery(state)} columns={chosen} />;
};
