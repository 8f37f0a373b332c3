import type { JobView } from '../../../../server/src/platform/jobs/contract';

/** A job the tray follows, with the words for it. */
export interface WatchedJob {
  id: string;
  title: string;
  /** The sentence of the notice at the end. */
  summary?: (job: JobView) => string;
  /** What the notice of a good end, or of a cancelled one, offers to take back. */
  undo?: (job: JobView) => (() => void) | undefined;
  /** Called once, whatever the end. */
  onEnd?: () => void;
}
