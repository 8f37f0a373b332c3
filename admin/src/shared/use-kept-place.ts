/**
 * Puts a page back where it was: when Back returns to it, it scrolls to the same place and the link
 * that was followed has the focus again. Kept per history entry, for as long as the tab lives.
 */
import { useEffect, useLayoutEffect, type RefObject } from 'react';
import { NavigationType, useLocation, useNavigationType } from 'react-router-dom';

interface Place {
  top: number;
  focusedRow: string | null;
}

const places = new Map<string, Place>();

/** `isReady`: the rows are there, so that there is something to scroll. */
export const useKeptPlace = (container: RefObject<HTMLElement>, isReady: boolean): void => {
  const { key } = useLocation();
  const isReturn = useNavigationType() === NavigationType.Pop;
  useLayoutEffect(() => {
    const element = container.current;
    if (!isReady || !isReturn || !element) return;
    const place = places.get(key);
    if (!place) return;
    scrollerOf(element).scrollTop = place.top;
    const row = place.focusedRow && CSS.escape(place.focusedRow);
    element
      .querySelector<HTMLElement>(`[data-row="${row}"] [data-row-link]`)
      ?.focus({ preventScroll: true });
  }, [container, isReady, isReturn, key]);
  useEffect(() => {
    const element = container.current;
    if (!element) return undefined;
    const scroller = scrollerOf(element);
    const remember = (event: Event) => {
      const row = event.target instanceof Element ? event.target.closest('[data-row]') : null;
      const known = places.get(key);
      places.set(key, {
        top: scroller.scrollTop,
        focusedRow: row?.getAttribute('data-row') ?? known?.focusedRow ?? null,
      });
    };
    scroller.addEventListener('scroll', remember, { passive: true });
    element.addEventListener('click', remember, true);
    element.addEventListener('focusin', remember);
    return () => {
      scroller.removeEventListener('scroll', remember);
      element.removeEventListener('click', remember, true);
      element.removeEventListener('focusin', remember);
    };
  }, [container, key]);
};

/** Strapi scrolls a part of its layout on wide windows and the document on narrow ones. */
const scrollerOf = (element: HTMLElement): Element => {
  for (let parent = element.parentElement; parent; parent = parent.parentElement) {
    const { overflowY } = getComputedStyle(parent);
    if (overflowY === 'auto' || overflowY === 'scroll') return parent;
  }
  return document.documentElement;
};
