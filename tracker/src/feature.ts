import type { MaybeCleanUp } from './clean-up';
import type { EventDetails, TrackerOptions } from './types';

export type Track = (type: string, details?: EventDetails) => void;

/** Sets an automatic feature up and answers how to undo it. */
export type StartFeature = (track: Track, options: TrackerOptions) => MaybeCleanUp;
