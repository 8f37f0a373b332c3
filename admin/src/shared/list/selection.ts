/** Which rows a bulk change is for: some by their ids, or everything that matches the filter. */
export type Selection = { mode: 'some'; documentIds: ReadonlySet<string> } | { mode: 'matching' };

export const NOTHING: Selection = { mode: 'some', documentIds: new Set() };
export const EVERYTHING_MATCHING: Selection = { mode: 'matching' };

export const isSelected = (selection: Selection, documentId: string): boolean =>
  selection.mode === 'matching' || selection.documentIds.has(documentId);

export const isEmpty = (selection: Selection): boolean =>
  selection.mode === 'some' && selection.documentIds.size === 0;

/** One row on or off. Taking one out of "everything" leaves the other rows of the page. */
export const toggled = (selection: Selection, documentId: string, page: string[]): Selection => {
  const documentIds = new Set(selection.mode === 'matching' ? page : selection.documentIds);
  if (!documentIds.delete(documentId)) documentIds.add(documentId);
  return { mode: 'some', documentIds };
};

/** The head's box: the whole page on, or, when it is on already, off. Other pages' rows stay. */
export const pageToggled = (selection: Selection, page: string[]): Selection => {
  if (selection.mode === 'matching') return NOTHING;
  const isWhole = page.every((documentId) => selection.documentIds.has(documentId));
  const documentIds = new Set(selection.documentIds);
  for (const documentId of page) {
    if (isWhole) documentIds.delete(documentId);
    else documentIds.add(documentId);
  }
  return { mode: 'some', documentIds };
};

/** State of the head's box for the rows of this page. */
export const pageMark = (selection: Selection, page: string[]): boolean | 'indeterminate' => {
  const count = page.filter((documentId) => isSelected(selection, documentId)).length;
  if (count === 0) return false;
  return count === page.length ? true : 'indeterminate';
};
