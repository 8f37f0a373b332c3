/** What was edited, with the way back and forth again. */
import type { BlockDraft } from './draft';

export interface History {
  past: BlockDraft[];
  present: BlockDraft;
  future: BlockDraft[];
  /** What the last edit was about: letter after letter typed into one field is one step back. */
  about: string | null;
}

/** Steps back that are kept. */
const MOST_STEPS = 200;

export const startHistory = (present: BlockDraft): History => ({
  past: [],
  present,
  future: [],
  about: null,
});

export const edited = (
  history: History,
  next: BlockDraft,
  about: string | null = null
): History => {
  if (next === history.present) return history;
  const goesOn = about !== null && about === history.about;
  return {
    past: goesOn ? history.past : [...history.past, history.present].slice(-MOST_STEPS),
    present: next,
    future: [],
    about,
  };
};

export const undone = (history: History): History => {
  const previous = history.past.at(-1);
  if (!previous) return history;
  return {
    past: history.past.slice(0, -1),
    present: previous,
    future: [history.present, ...history.future],
    about: null,
  };
};

export const redone = (history: History): History => {
  const [next, ...future] = history.future;
  if (!next) return history;
  return { past: [...history.past, history.present], present: next, future, about: null };
};
