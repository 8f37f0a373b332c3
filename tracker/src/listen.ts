import { attempt } from './attempt';
import { forStop, type MaybeCleanUp } from './clean-up';

/**
 * Listens to several event types (separated by spaces) in the capture phase, where the page's own
 * handlers cannot stop them, and never throws into the page. `target` is where the event really
 * began: inside a shadow root, where `event.target` would only name the component.
 */
export const listen = (
  types: string,
  handle: (event: Event, target: Element) => void
): MaybeCleanUp => {
  const guarded = (event: Event): void =>
    attempt(() => handle(event, event.composedPath()[0] as Element));
  types.split(' ').forEach((type) => addEventListener(type, guarded, true));
  return forStop(() =>
    types.split(' ').forEach((type) => removeEventListener(type, guarded, true))
  );
};
