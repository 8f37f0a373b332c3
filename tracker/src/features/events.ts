import type { StartFeature } from '../feature';
import { listen } from '../listen';

/**
 * `data-cm-event="type"` on anything that is clicked, or on a form that is submitted.
 * `data-cm-value` is the event’s value, `data-cm-title` its title, any further `data-cm-*` becomes data.
 */
const MARK = 'data-cm-';

export const trackMarkedElements: StartFeature = (track) =>
  listen('click submit', (event, target) => {
    const marked = target.closest(`[${MARK}event]`);
    if (!marked || marked.matches('form') !== (event.type === 'submit')) return;
    const marks: Record<string, string> = { title: document.title };
    for (const { name, value } of marked.attributes)
      if (name.startsWith(MARK)) marks[name.slice(MARK.length)] = value;
    const { event: type, title, value, ...data } = marks;
    track(type as string, { title, value: value ? +value : undefined, data });
  });
