/** Where one key press takes a row: the way to move rows without dragging them. */
import { isBlock, type BlockDraft } from './draft';
import { findPlace, type Place } from './edit-tree';

export const STEPS = ['up', 'down', 'in', 'out'] as const;
export type Step = (typeof STEPS)[number];

/** Null where there is no such place. In is into the block before it, or else the one after it. */
export const placeAfter = (root: BlockDraft, id: string, step: Step): Place | null => {
  const found = findPlace(root, id);
  if (!found) return null;
  const { parent, index } = found;
  if (step === 'up') return index > 0 ? { block: parent.id, index: index - 1 } : null;
  if (step === 'down') {
    return index < parent.rules.length - 1 ? { block: parent.id, index: index + 2 } : null;
  }
  if (step === 'out') {
    const outer = findPlace(root, parent.id);
    return outer && { block: outer.parent.id, index: outer.index + 1 };
  }
  const before = parent.rules[index - 1];
  if (before && isBlock(before)) return { block: before.id, index: before.rules.length };
  const after = parent.rules[index + 1];
  return after && isBlock(after) ? { block: after.id, index: 0 } : null;
};
