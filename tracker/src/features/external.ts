import type { StartFeature } from '../feature';
import { firstParameter } from '../first-parameter';
import { cameFrom } from '../page';

/**
 * A visitor who comes from a search engine. The whole host has to fit: mail.google.com is no
 * search, and neither is google.evil.example.
 */
const ENGINE =
  /^(?:www\.|.*search\.)?(google|bing|duckduckgo|yahoo|ecosia|seznam|yandex|baidu|qwant|startpage)\.[a-z.]{2,6}$/;

export const trackExternalSearch: StartFeature = (track) => {
  const engine = cameFrom && ENGINE.exec(new URL(cameFrom).host)?.[1];
  if (engine)
    track('externalsearch', {
      data: { engine, query: firstParameter(cameFrom, 'q,p') },
    });
  return undefined;
};
