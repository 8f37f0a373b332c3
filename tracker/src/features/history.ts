import type { StartFeature } from '../feature';
import { cleanUpAll, forStop } from '../clean-up';
import { listen } from '../listen';
import { visit } from '../page';

/**
 * Notices the navigations of single-page applications, and pages that come back from the browser's
 * back-forward cache, which do not load again.
 */
export const watchHistory: StartFeature = () => {
  const check = (event?: Event): void =>
    visit(location.href, (event as PageTransitionEvent | undefined)?.persisted);
  const wrap = (name: 'pushState' | 'replaceState') => {
    const original = history[name].bind(history);
    const wrapped: History['pushState'] = (...state) => {
      original(...state);
      // The application has yet to set the new page's title.
      setTimeout(check);
    };
    history[name] = wrapped;
    // Whoever has wrapped it after us stays; without listeners ours does nothing.
    return forStop(() => {
      if (history[name] === wrapped) history[name] = original;
    });
  };
  const cleanUps = [wrap('pushState'), wrap('replaceState'), listen('popstate pageshow', check)];
  check();
  return forStop(() => cleanUpAll(cleanUps));
};
