import type { Condition } from '../../../../../server/src/modules/conditions/contract';
import { toCondition, toDraft } from './draft';

/** Whether two conditions are the same once they are in the builder. */
export const isSameCondition = (one: Condition | null, other: Condition | null): boolean =>
  textOf(one) === textOf(other);

const textOf = (condition: Condition | null): string =>
  condition ? JSON.stringify(toCondition(toDraft(condition))) : '';
