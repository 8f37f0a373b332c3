import { useSearchParams } from 'react-router-dom';
import { ViewTabs } from '../../../shared/views/view-tabs';
import { toViewQuery, type ListState } from './list-state';

interface ContactViewsProps {
  state: ListState;
  chosen: string[];
}

/** A view is an address: opening one goes there, and what is changed then is in the address, too. */
export const ContactViews = ({ state, chosen }: ContactViewsProps) => {
  const [, setSearch] = useSearchParams();
  return (
    <ViewTabs
      kind="contacts"
      current={toViewQuery(state, chosen)}
      activeId={state.view}
      onOpen={(view) => setSearch(view ? { ...view.query, view: view.id } : {})}
    />
  );
};
