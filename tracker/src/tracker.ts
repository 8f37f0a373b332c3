import { attempt } from './attempt';
import type { StartFeature, Track } from './feature';
import { trackExternalSearch } from './features/external';
import { trackMarkedElements } from './features/events';
import { trackForms } from './features/forms';
import { watchHistory } from './features/history';
import { trackDownloads, trackOutbound } from './features/links';
import { trackPages } from './features/pages';
import { trackInternalSearch } from './features/search';
import { keep, outboxKeys, type Path } from './outbox';
import { address, openPage } from './page';
import { startSender } from './sender';
import { items, openStore, remove, write } from './store';
import { cleanUpAll, type MaybeCleanUp, type Stoppable } from './clean-up';
import type { BeforeSend, Feature, Purposes, Tracker, TrackerOptions } from './types';
import { uuid } from './uuid';
import { keepVisitor, knownVisitor } from './visitor';

/** In the order in which they start: the page comes before what is found on it. */
const features: Record<Feature, StartFeature> = {
  pages: trackPages,
  external: trackExternalSearch,
  search: trackInternalSearch,
  history: watchHistory,
  outbound: trackOutbound,
  downloads: trackDownloads,
  forms: trackForms,
  events: trackMarkedElements,
};

/** What the visitor has chosen, for all tabs. */
const CHOICE = 'cm_consent';

/** As many as may wait to be sent: the oldest go first. */
const MAX_HELD = 100;

/** Read at every event, so that a page may set or change it at any time. */
export interface Hooks {
  beforeSend: BeforeSend;
}

/** Wires the parts together and starts every feature that is not switched off. */
export const startTracker = (options: TrackerOptions, hooks: Hooks): Stoppable<Tracker> => {
  openStore();
  const cleanUps: MaybeCleanUp[] = [];
  const wake = startSender(`${options.host}/`, cleanUps);
  openPage();
  /** What waits for an answer about consent. */
  let held: (() => void)[] = [];

  const choice = (): Purposes => JSON.parse(items[CHOICE] ?? '{}') as Purposes;

  const add = (path: Path, payload: object, visitor = keepVisitor()): void => {
    keep(path, { visitor, consent: choice(), ...payload });
    wake();
  };
  const post = (path: Path, payload: object): void => {
    const { tracking } = choice();
    if (tracking !== false && held.push(() => add(path, payload)) > MAX_HELD) held.shift();
    if (tracking ?? options.consent !== 'required') held.splice(0).forEach(attempt);
  };

  const track: Track = (type, details) =>
    attempt(() => {
      const event = hooks.beforeSend({
        id: uuid(),
        type,
        at: Date.now(),
        url: address,
        title: document.title,
        ...details,
      });
      if (event) post('e', { events: [event] });
    });

  for (const name in features)
    if (!options.off?.includes(name as Feature)) {
      const cleanUp = features[name as Feature](track, options);
      if (CAN_STOP) cleanUps.push(cleanUp);
    }

  return {
    track,
    identify: (traits, rest) => post('identify', { traits, ...rest }),
    consent: (purposes) => {
      const visitor = knownVisitor();
      const next = { ...choice(), ...purposes };
      write(CHOICE, JSON.stringify(next));
      if (next.tracking !== false) post('consent', { purposes });
      else {
        held = [];
        remove(outboxKeys());
        keepVisitor('');
        if (visitor) add('consent', { purposes }, visitor);
      }
    },
    reset: () => keepVisitor(''),
    ...(CAN_STOP && { stop: () => cleanUpAll(cleanUps) }),
  };
};
