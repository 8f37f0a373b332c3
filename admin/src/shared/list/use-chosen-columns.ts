import { useCallback } from 'react';
import { isStringList, useRemembered } from '../use-remembered';
import { withChange, type ListPlace, type SetListState } from './list-address';

interface ChosenColumnsOptions<State extends ListPlace> {
  state: State;
  setState: SetListState<State>;
  rememberedAs: string;
  usual: string[];
}

/** The address's columns, else those this browser remembers, else the usual ones. */
export const useChosenColumns = <State extends ListPlace>(options: ChosenColumnsOptions<State>) => {
  const { state, setState, rememberedAs, usual } = options;
  const [remembered, remember] = useRemembered(rememberedAs, usual, isStringList);
  const choose = useCallback(
    (columns: string[]) => {
      // A view's columns are the view's; the usual ones stay as they were.
      if (state.view === null) remember(columns);
      setState({ ...state, ...withChange<ListPlace>(state, { columns }) }, { replace: true });
    },
    [remember, setState, state]
  );
  return { chosen: state.columns ?? remembered, choose };
};
