import type { LabelSettings } from '../../../../server/src/platform/labels/contract';

/** What an editor is about to do. */
export type LabelTask = { what: 'add' } | { what: 'edit' | 'delete'; label: LabelSettings };
