import { useSearchParams } from 'react-router-dom';
import { ViewTabs } from '../../../shared/views/view-tabs';
import { toViewQuery, type AccountListState } from './list-state';

interface AccountViewsProps {
  state: AccountListState;
  chosen: string[];
}

/** A view is an address: opening one goes there. */
export const AccountViews = ({ state, chosen }: AccountViewsProps) => {
  const [, setSearch] = useSearchParams();
  return (
    <ViewTabs
      kind="accounts"
      current={toViewQuery(state, chosen)}
      activeId={state.view}
      onOpen={(view) => setSearch(view ? { ...view.query, view: view.id } : {})}
    />
  );
};
