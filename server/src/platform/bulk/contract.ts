/** Changes of many rows of one kind at once: what the screens send and are shown. */

/** Named one by one, or everything that a list's query matches. */
export type BulkSelection = { documentIds: string[] } | { filter: Record<string, unknown> };

export interface BulkRequest {
  /** Of the subject's registered actions: `state`, `delete` … */
  action: string;
  /** What the action takes; see its module. */
  value?: unknown;
  selection: BulkSelection;
  /** Kept with the batch and in histories. */
  why?: string;
}

export interface BulkStarted {
  jobId: string;
  batchId: string;
}

/**
 * `stopped`: cancelled or failed on the way; what is done can be undone. `undone` also when some rows
 * were left as they are, which `skipped` counts.
 */
export type BatchState = 'running' | 'done' | 'stopped' | 'undoing' | 'undone';

/** Why a row was not put back: `changed` since, `gone` (it or what it had), `taken` by another row. */
export type SkipReason = 'changed' | 'gone' | 'taken';

export interface BulkBatchView {
  id: string;
  subject: string;
  action: string;
  value: unknown;
  /** The value in words, as it was called at the time; null where the screens have the words. */
  label: string | null;
  why: string;
  state: BatchState;
  changed: number;
  restored: number;
  skipped: number;
  canUndo: boolean;
  createdAt: string;
  createdBy: { id: number; name: string } | null;
  /** From then on it is forgotten. */
  undoableUntil: string;
}

export interface BulkBatchPage {
  data: BulkBatchView[];
  meta: { nextCursor: string | null };
}

/** The result of the job that undoes a batch. */
export type UndoResult = { restored: number } & Record<SkipReason, number>;
