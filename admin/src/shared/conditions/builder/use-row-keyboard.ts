import type { KeyboardEvent } from 'react';
import { useBuilder } from '../editors/builder-context';
import type { RuleDraft } from '../tree/draft';
import type { Step } from '../tree/steps';
import { useRowActions } from './use-row-actions';

const STEPS: Record<string, Step> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowRight: 'in',
  ArrowLeft: 'out',
};

/** Keys of a row: Alt and an arrow moves it, on its handle the arrow alone. Rows inside answer first. */
export const useRowKeyboard = (rule: RuleDraft) => {
  const { isDisabled } = useBuilder();
  const actions = useRowActions(rule);
  return (event: KeyboardEvent) => {
    if (isDisabled || event.defaultPrevented) return;
    const run = actionOf(event, actions);
    if (!run) return;
    event.preventDefault();
    event.stopPropagation();
    run();
  };
};

const actionOf = (
  { key, altKey, ctrlKey, metaKey, target }: KeyboardEvent,
  actions: ReturnType<typeof useRowActions>
): (() => void) | undefined => {
  const isOn = (selector: string) => target instanceof Element && target.closest(selector) !== null;
  const step = STEPS[key];
  if (step && (altKey || isOn('[data-drag-handle]'))) return () => actions.step(step);
  if (key === 'd' && (ctrlKey || metaKey)) return actions.duplicate;
  if (key === 'Delete' && isOn('[data-rule-focus], [data-drag-handle]')) return actions.remove;
  return undefined;
};
