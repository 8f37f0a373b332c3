import { Suspense, useMemo, type ComponentProps } from 'react';
import { Box, Flex, Main, Tabs } from '@strapi/design-system';
import { BackButton, Page } from '@strapi/strapi/admin';
import { Navigate, useNavigate, useParams } from 'react-router-dom';
import { styled } from 'styled-components';
import { useOffered } from '../../../shared/admin-modules-context';
import type { AdminModule, CardTab } from '../../../shared/admin-module';
import { ErrorState } from '../../../shared/error-state';
import { ErrorBoundary } from '../../../shared/error-boundary';
import { contactListPath, contactPath } from '../../../shared/paths';
import { Skeleton } from '../../../shared/skeleton';
import { useTranslate } from '../../../shared/translate';
import { useShortcuts } from '../../../shared/use-shortcuts';
import { useContact } from '../api';
import { CardHeader } from '../card/card-header';
import { CardSkeleton } from '../card/card-skeleton';

const tabsOf = (module: AdminModule) => module.cardTabs;
const panelsOf = (module: AdminModule) => module.cardPanels;

const ContactCardPage = () => {
  const { documentId = '', tab } = useParams();
  const { data: contact, error, refetch } = useContact(documentId);
  const { items, isKnown } = useOffered(tabsOf);
  const tabs = useMemo(() => [...items].sort((a, b) => a.position - b.position), [items]);
  const navigate = useNavigate();
  useShortcuts({ e: () => navigate(contactPath(documentId, 'profile')) });
  if (error && !contact) return <CardError error={error} onRetry={() => void refetch()} />;
  if (!contact || !isKnown) return <CardSkeleton />;
  const [first] = tabs;
  const active = tabs.find(({ id }) => id === tab);
  if (!active && first) return <Navigate to={contactPath(documentId, first.id)} replace />;
  return (
    <Main paddingLeft={SIDES} paddingRight={SIDES} paddingTop={4} paddingBottom={10}>
      <Page.Title>{contact.displayName}</Page.Title>
      <BackButton fallback={contactListPath} />
      <CardHeader contact={contact} />
      {active && <CardBody documentId={documentId} tabs={tabs} active={active} />}
    </Main>
  );
};

const CardError = (props: ComponentProps<typeof ErrorState>) => (
  <Main paddingLeft={SIDES} paddingRight={SIDES} paddingTop={4}>
    <BackButton fallback={contactListPath} />
    <ErrorState {...props} />
  </Main>
);

const SIDES = { initial: 4, medium: 6, large: 8 } as const;

interface CardBodyProps {
  documentId: string;
  tabs: CardTab[];
  active: CardTab;
}

const CardBody = ({ documentId, tabs, active }: CardBodyProps) => {
  const t = useTranslate();
  const navigate = useNavigate();
  const { items: panels } = useOffered(panelsOf);
  const open = (id: string) => navigate(contactPath(documentId, id), { replace: true });
  return (
    <Tabs.Root variant="simple" value={active.id} onValueChange={open} activationMode="manual">
      <Tabs.List aria-label={t('card.tabs')}>
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

export default ContactCardPage;
