import { useCallback } from 'react';
import { isStringList, useRemembered } from '../../../shared/use-remembered';
import { DEFAULT_COLUMNS, useColumns } from './columns';
import { withChange, type ListState } from './list-state';

type SetState = (state: ListState, options?: { replace?: boolean }) => void;

/** The address's columns, else those this browser remembers, else the usual ones. */
export const useChosenColumns = (state: ListState, setState: SetState) => {
  const [remembered, remember] = useRemembered('columns', DEFAULT_COLUMNS, isStringList);
  const chosen = state.columns ?? remembered;
  const choose = useCallback(
    (columns: string[]) => {
      remember(columns);
      setState(withChange(state, { columns }), { replace: true });
    },
    [remember, setState, state]
  );
  return { ...useColumns(chosen), chosen, choose };
};
