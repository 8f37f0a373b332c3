import { useMemo, useState } from 'react';
import type {
  Condition,
  ConditionCatalogue,
} from '../../../../../server/src/modules/conditions/contract';
import { useTranslate } from '../../translate';
import { isOff, problemsOf } from '../leaves/problems-of';
import { toCondition, toDraft, type BlockDraft } from '../tree/draft';
import { edited, redone, startHistory, undone, type History } from '../tree/history';
import { locateProblem, problemParts } from '../tree/locate-problem';

export interface PathProblem {
  path: readonly string[] | string;
  message: string;
}

interface ConditionEdits {
  value: Condition | null;
  onChange: (condition: Condition | null) => void;
  problems: readonly PathProblem[];
  catalogue: ConditionCatalogue;
}

/** The draft with its history; what is complete goes to `onChange`, and null for what is not. */
export const useConditionEdits = ({ value, onChange, problems, catalogue }: ConditionEdits) => {
  const t = useTranslate();
  const [history, setHistory] = useState(() => startHistory(toDraft(value)));
  const root = history.present;
  const found = useMemo(() => {
    const missing = problemsOf(root, catalogue);
    const said = new Map([...missing].map(([id, sentence]) => [id, t(sentence)]));
    for (const { path, message } of problems) {
      const id = locateProblem(root, problemParts(path));
      if (!said.has(id)) said.set(id, message);
    }
    if (isOff(root)) said.set(root.id, t('conditions.missing.off'));
    return said;
  }, [root, catalogue, problems, t]);
  const set = (next: History) => {
    setHistory(next);
    if (next.present !== root) onChange(completed(next.present, catalogue));
  };
  return {
    root,
    problems: found,
    edit: (next: BlockDraft, about?: string) => set(edited(history, next, about)),
    undo: () => set(undone(history)),
    redo: () => set(redone(history)),
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
  };
};

export type Edits = ReturnType<typeof useConditionEdits>;

/** Null for what asks nothing yet, or not all of what it is about to. */
export const completed = (root: BlockDraft, catalogue: ConditionCatalogue): Condition | null =>
  problemsOf(root, catalogue).size > 0 || isOff(root) ? null : toCondition(root);
