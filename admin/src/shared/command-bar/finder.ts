/** What the command bar looks things up with; each module brings its own. */
import type { Guarded } from '../guarded';
import type { TranslationId } from '../translate';

export interface Found {
  id: string;
  title: string;
  /** Tells two of one name apart. */
  detail: string | null;
  /** The screen that it opens. */
  to: string;
}

export interface Finder extends Guarded {
  id: string;
  /** The heading over what it found. */
  label: TranslationId;
  /** A handful for what somebody typed, in well under 100 ms. */
  find: (typed: string, signal: AbortSignal) => Promise<Found[]>;
}
