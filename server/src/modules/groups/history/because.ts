/** Why somebody came to a group or left it, as the history keeps it. */
import type { Changes } from '../../../platform/recalculation/contract';
import type { EntryWay } from '../contract';

export type Because =
  | { by: 'changes'; changes: Changes }
  /** All contacts were asked. */
  | { by: 'rebuild' }
  /** A moment passed. */
  | { by: 'clock' }
  /** `admin:<id>`, `token:<id>`, `site` … */
  | { by: 'hand'; actor: string }
  | { by: 'account' };

export interface Why {
  way: EntryWay;
  /** The same for all, or of each of them. */
  because: Because | ((contactId: number) => Because);
}

export const becauseOf = ({ because }: Why, contactId: number): string =>
  JSON.stringify(typeof because === 'function' ? because(contactId) : because);

export const readBecause = (stored: string): Because => JSON.parse(stored) as Because;
