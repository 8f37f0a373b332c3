import { useQuery } from '@tanstack/react-query';
import { api } from './api';

/** What the site's configuration says the plugin is. */
export type Edition = 'cms' | 'ems';

/** The edition in the site's configuration; undefined until it is known. */
export const useEdition = (): Edition | undefined =>
  useQuery({
    queryKey: ['edition'],
    queryFn: ({ signal }) => api.get<{ data: { edition: Edition } }>('/edition', { signal }),
    staleTime: Infinity,
  }).data?.data.edition;
