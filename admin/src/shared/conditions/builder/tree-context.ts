import { createContext, useContext } from 'react';
import type { BlockDraft } from '../tree/draft';

export interface Tree {
  root: BlockDraft;
  /** `about` makes one step back of what is typed letter by letter. */
  edit: (next: BlockDraft, about?: string) => void;
  /** The row whose inputs are shown. */
  open: string | null;
  setOpen: (id: string | null) => void;
  /** Sentences by row: what it lacks, or what the server does not take. */
  problems: ReadonlyMap<string, string>;
  /** For who cannot see where a row went. */
  announce: (sentence: string) => void;
  /** Once it is drawn, the row is in focus. */
  focus: (id: string) => void;
  /** Asks for JSON to put after a row. */
  paste: (after: string) => void;
}

const TreeContext = createContext<Tree | null>(null);

export const TreeProvider = TreeContext.Provider;

export const useTree = (): Tree => {
  const tree = useContext(TreeContext);
  if (!tree) throw new Error('This belongs inside of a ConditionBuilder');
  return tree;
};
