/** Lists as somebody left them: filters, columns and order under a name. */

export interface SavedView {
  id: string;
  /** The list it is of: `contacts`. */
  kind: string;
  name: string;
  /** Seen by everybody who sees the list. */
  shared: boolean;
  /** The list's address, parameter by parameter. */
  query: Record<string, string>;
  owner: { id: number; name: string } | null;
  /** Whether the reader may rename, change and delete it. */
  canChange: boolean;
}

export interface NewView {
  kind: string;
  name: string;
  shared: boolean;
  query: Record<string, string>;
}

export type ViewChange = Partial<Omit<NewView, 'kind'>>;
