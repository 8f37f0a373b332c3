/** Parts that a rule may do without: left out rather than empty, as the server takes them. */
import type { Window } from '../../../../../server/src/modules/conditions/contract';

/** Without a property for any time at all. */
export const within = <Rule extends { window?: Window }>(
  { window: _before, ...rest }: Rule,
  window: Window | undefined
): Rule => ({ ...rest, ...(window !== undefined && { window }) }) as Rule;

/** Without a property for no questions. */
export const narrowed = <Rule extends { where?: unknown }>(
  { where: _before, ...rest }: Rule,
  where: Rule['where']
): Rule => ({ ...rest, ...(where !== undefined && { where }) }) as Rule;
