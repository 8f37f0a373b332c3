import { attempt } from './attempt';
import { isRefused } from './refused';
import { startTracker } from './tracker';
import type { Tracker, TrackerOptions } from './types';

export type {
  BeforeSend,
  ConsentMode,
  EventDetails,
  Feature,
  IdentifyOptions,
  Item,
  Purposes,
  Tracker,
  TrackerEvent,
  TrackerOptions,
} from './types';

const nothing = (): void => undefined;

/**
 * Starts tracking the page this is called on. Call it once, in the browser; on a server, with
 * `consent: 'never'` and for visitors whose browser asks not to be tracked it does nothing.
 */
export const createTracker = (options: TrackerOptions): Tracker => {
  let tracker: Tracker = {
    track: nothing,
    identify: nothing,
    consent: nothing,
    reset: nothing,
    stop: nothing,
  };
  attempt(() => {
    // What the script tag means by an attribute that is there, a module means by `true`.
    const ignoreDnt = options.ignoreDnt || undefined;
    if (typeof document === 'undefined' || isRefused({ ...options, ignoreDnt })) return;
    tracker = {
      ...tracker,
      ...startTracker(options, { beforeSend: (event) => event, ...options }),
    };
  });
  return {
    track: (...details) => attempt(() => tracker.track(...details)),
    identify: (...details) => attempt(() => tracker.identify(...details)),
    consent: (...details) => attempt(() => tracker.consent(...details)),
    reset: () => attempt(() => tracker.reset()),
    stop: () => attempt(() => tracker.stop()),
  };
};
