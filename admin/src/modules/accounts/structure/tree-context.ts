import { createContext, useContext, type ComponentType } from 'react';
import type { AccountNode } from '../../../../../server/src/modules/accounts/contract';

interface TreeState {
  /** The account whose card this is. */
  here: string;
  /** A level shows nodes and a node shows a level: it comes from above, so that neither imports the other. */
  Node: ComponentType<{ account: AccountNode }>;
  /** Left out for who may not move accounts. */
  onMove: ((account: AccountNode) => void) | undefined;
}

const TreeContext = createContext<TreeState>({
  here: '',
  Node: () => null,
  onMove: undefined,
});

export const TreeProvider = TreeContext.Provider;
export const useTree = (): TreeState => useContext(TreeContext);
