import type { StartFeature } from '../feature';
import { firstParameter } from '../first-parameter';
import { address, onVisit } from '../page';

/** The site's own search, recognised by a query parameter of the page it leads to. */
export const trackInternalSearch: StartFeature = (track, options) =>
  onVisit(() => {
    const query = firstParameter(address, options.searchParam ?? 'q,s,search,query');
    if (query) track('internalsearch', { data: { query } });
  });
