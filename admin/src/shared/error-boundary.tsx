/** A fault in one screen stays in that screen: Strapi's menu and the other pages go on working. */
import { Component, type PropsWithChildren, type ReactNode } from 'react';
import { QueryErrorResetBoundary } from '@tanstack/react-query';
import { ErrorState } from './error-state';

export const ErrorBoundary = ({ children }: PropsWithChildren) => (
  <QueryErrorResetBoundary>
    {({ reset }) => <Boundary onRetry={reset}>{children}</Boundary>}
  </QueryErrorResetBoundary>
);

interface BoundaryProps extends PropsWithChildren {
  onRetry: () => void;
}

class Boundary extends Component<BoundaryProps, { error: unknown }> {
  override state = { error: null as unknown };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override render(): ReactNode {
    if (this.state.error === null) return this.props.children;
    return <ErrorState error={this.state.error} onRetry={this.retry} />;
  }

  private readonly retry = () => {
    this.props.onRetry();
    this.setState({ error: null });
  };
}
