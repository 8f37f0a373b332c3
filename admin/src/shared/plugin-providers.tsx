import type { PropsWithChildren } from 'react';
import { QueryClientProvider } from '@tanstack/react-query';
import { ErrorBoundary } from './error-boundary';
import { NoticesProvider } from './notices';
import { queryClient } from './query-client';

/** Around each of our roots in Strapi's tree: the pages, each settings page, each widget. */
export const PluginProviders = ({ children }: PropsWithChildren) => (
  <QueryClientProvider client={queryClient}>
    <NoticesProvider>
      <ErrorBoundary>{children}</ErrorBoundary>
    </NoticesProvider>
  </QueryClientProvider>
);
