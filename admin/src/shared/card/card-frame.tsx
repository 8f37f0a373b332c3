import { Suspense, useMemo, type ReactNode } from 'react';
import { Box, Flex, Main, Tabs } from '@strapi/design-system';
import { BackButton, Page } from '@strapi/strapi/admin';
import { Navigate, useNavigate } from 'react-router-dom';
import { styled } from 'styled-components';
import type { CardPanel, CardTab } from '../admin-module';
import { ErrorBoundary } from '../error-boundary';
import { ErrorState } from '../error-state';
import { Skeleton } from '../skeleton';
import { useTranslate } from '../translate';

interface CardFrameProps {
  documentId: string;
  name: string;
  header: ReactNode;
  tabsLabel: string;
  /** The one that the address names. */
  tab: string | undefined;
  tabs: CardTab[];
  panels: CardPanel[];
  listPath: string;
  pathOf: (documentId: string, tab: string) => string;
}

/** A header, tabs whose address can be shared, and panels beside them. */
export const CardFrame = (props: CardFrameProps) => {
  const { documentId, name, header, tab, listPath, pathOf } = props;
  const tabs = useMemo(() => [...props.tabs].sort((a, b) => a.position - b.position), [props.tabs]);
  const [first] = tabs;
  const active = tabs.find(({ id }) => id === tab);
  if (!active && first) return <Navigate to={pathOf(documentId, first.id)} replace />;
  return (
    <Main paddingLeft={SIDES} paddingRight={SIDES} paddingTop={4} paddingBottom={10}>
      <Page.Title>{name}</Page.Title>
      <BackButton fallback={listPath} />
      {header}
      {active && <CardBody {...props} tabs={tabs} active={active} />}
    </Main>
  );
};

interface CardErrorProps {
  error: unknown;
  listPath: string;
  onRetry: () => void;
}

export const CardError = ({ error, listPath, onRetry }: CardErrorProps) => (
  <Main paddingLeft={SIDES} paddingRight={SIDES} paddingTop={4}>
    <BackButton fallback={listPath} />
    <ErrorState error={error} onRetry={onRetry} />
  </Main>
);

const SIDES = { initial: 4, medium: 6, large: 8 } as const;

type CardBodyProps = CardFrameProps & { active: CardTab };

const CardBody = ({ documentId, tabsLabel, tabs, panels, active, pathOf }: CardBodyProps) => {
  const t = useTranslate();
  const navigate = useNavigate();
  const open = (id: string) => navigate(pathOf(documentId, id), { replace: true });
  return (
    <Tabs.Root variant="simple" value={active.id} onValueChange={open} activationMode="manual">
      <Tabs.List aria-label={tabsLabel}>
        {tabs.map(({ id, label }) => (
          <Tabs.Trigger key={id} value={id}>
            {t(label)}
          </Tabs.Trigger>
        ))}
      </Tabs.List>
      <Columns $hasSide={panels.length > 0}>
        <Tabs.Content value={active.id}>
          <ErrorBoundary key={active.id}>
            <Suspense fallback={<Skeleton $height="20rem" />}>
              <active.Tab documentId={documentId} />
            </Suspense>
          </ErrorBoundary>
        </Tabs.Content>
        {panels.length > 0 && (
          <Flex direction="column" alignItems="stretch" gap={4}>
            {panels.map(({ id, Panel }) => (
              <Suspense key={id} fallback={<Skeleton $height="12rem" />}>
                <Panel documentId={documentId} />
              </Suspense>
            ))}
          </Flex>
        )}
      </Columns>
    </Tabs.Root>
  );
};

/** The main column, and beside it what one wants to see whatever the tab; below it on narrow windows. */
const Columns = styled(Box)<{ $hasSide: boolean }>`
  display: grid;
  align-items: start;
  gap: ${({ theme }) => theme.spaces[4]};
  padding-top: ${({ theme }) => theme.spaces[4]};
  grid-template-columns: minmax(0, 1fr);

  ${({ theme }) => theme.breakpoints.large} {
    grid-template-columns: ${({ $hasSide }) =>
      $hasSide ? 'minmax(0, 1fr) 30rem' : 'minmax(0, 1fr)'};
  }
`;
