/**
 * The script tag: `<script async src="https://cms.example/cm/t.js" data-…></script>`.
 * Reads its options from the tag, answers `window.cm(…)` and what was called before it loaded.
 */
import { attempt } from './attempt';
import { isRefused } from './refused';
import { startTracker, type Hooks } from './tracker';
import type { Tracker, TrackerEvent, TrackerOptions } from './types';

type Method = Exclude<keyof Tracker, 'stop'>;

interface Command extends Hooks {
  (method: Method, ...details: unknown[]): void;
  /** Calls made before the script had loaded. */
  q?: [Method, ...unknown[]][];
  loaded?: 1;
}

declare global {
  interface Window {
    /** Until the script has loaded, whatever the page has put there to collect calls. */
    cm?: Command;
  }
}

attempt(() => {
  if (window.cm?.loaded) return;
  const script = document.currentScript as HTMLScriptElement;
  // A visitor who refuses tracking gets none, and calls that fail quietly.
  let tracker = undefined as unknown as ReturnType<typeof startTracker>;
  const cm: Command = (window.cm = Object.assign(
    (method: Method, ...details: unknown[]) =>
      attempt(() => (tracker[method] as (...details: unknown[]) => void)(...details)),
    { beforeSend: (event: TrackerEvent) => event, loaded: 1 },
    window.cm
  ));
  const options: TrackerOptions = {
    // The dot goes away when a path is added: https://cms.example/cm/./e
    host: `${new URL('.', script.src)}.`,
    // eslint-disable-next-line @typescript-eslint/no-misused-spread -- its entries are all we want
    ...script.dataset,
  };
  if (isRefused(options)) return;
  tracker = startTracker(options, cm);
  cm.q?.forEach((call) => cm(...call));
});
