/** Whose answer the clock may have changed. */
import { leafOf } from './compile';
import type { CoreCondition } from './contract';
import { leavesOf } from './dependencies';
import type { CompileContext, Crossed, Range } from './leaf';

export const crossedBy = (
  context: CompileContext,
  condition: CoreCondition,
  range: Range
): Crossed => {
  const all = leavesOf(condition).flatMap((leaf) => {
    const type = leafOf(context.strapi, leaf);
    const crossed = type.isTimed(leaf) ? type.crossed(leaf, range, context) : null;
    return crossed === null ? [] : [crossed];
  });
  if (all.includes('everybody')) return 'everybody';
  const queries = all.filter((crossed) => crossed !== 'everybody');
  const [first, ...others] = queries;
  return first ? others.reduce((union, query) => union.union(query), first) : null;
};
