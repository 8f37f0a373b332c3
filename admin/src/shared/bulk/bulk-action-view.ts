/** What a module adds to the bar under a list, and to the list of recent bulk changes. */
import type { ComponentType } from 'react';
import type { Guarded } from '../guarded';
import type { Translate, TranslationId } from '../translate';

export interface BulkControlProps {
  /** Starts the change with this value. */
  onPick: (value: unknown) => void;
  isBusy: boolean;
  /** How many are selected; undefined while that is being counted. */
  count: number | undefined;
}

export interface BulkActionView extends Guarded {
  /** The list: `contacts`. */
  subject: string;
  /** As on the server. */
  action: string;
  /** Controls stand in this order. */
  position: number;
  Control: ComponentType<BulkControlProps>;
  /** "Changing state" */
  title: TranslationId;
  /** "State changed for {count} contacts{failed …}" */
  done: TranslationId;
  /** What was done, for the list of changes: "State: Client". */
  tell: (t: Translate, change: { value: unknown; label: string | null }) => string;
}
