import type { SavedView } from '../../../../server/src/platform/views/contract';

export interface ViewTabsProps {
  kind: string;
  /** The list as it is now: its address without the view. */
  current: Record<string, string>;
  /** Of the view it started from. */
  activeId: string | null;
  /** Null opens the list as it is by default. */
  onOpen: (view: Pick<SavedView, 'id' | 'query'> | null) => void;
}
