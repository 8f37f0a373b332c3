import { Suspense, type ReactNode } from 'react';
import { Page } from '@strapi/strapi/admin';
import { Navigate, Route, Routes } from 'react-router-dom';
import { modules } from './modules';
import type { AdminPage } from './shared/admin-module';
import { AdminModulesProvider } from './shared/admin-modules-context';
import { useEdition } from './shared/edition';
import { CommandBarProvider } from './shared/command-bar/command-bar-context';
import { GlobalShortcuts } from './shared/global-shortcuts';
import { JobsProvider } from './shared/jobs/jobs-context';
import { contactListPath } from './shared/paths';
import { permission } from './shared/permissions';
import { PluginProviders } from './shared/plugin-providers';

const pages = modules.flatMap((module) => module.pages ?? []);

const App = () => (
  <Page.Protect permissions={[permission('contacts.read')]}>
    <PluginProviders>
      <AdminModulesProvider value={modules}>
        <JobsProvider>
          <CommandBarProvider>
            <GlobalShortcuts />
            <Suspense fallback={<Page.Loading />}>
              <Routes>
                <Route index element={<Navigate to={contactListPath} replace />} />
                {pages.map((page) => (
                  <Route key={page.path} path={page.path} element={<GuardedPage page={page} />} />
                ))}
                <Route path="*" element={<Page.NoData />} />
              </Routes>
            </Suspense>
          </CommandBarProvider>
        </JobsProvider>
      </AdminModulesProvider>
    </PluginProviders>
  </Page.Protect>
);

/**
 * A page that this user may not see, or that this edition does not have. `Page.Protect` is content
 * with any of its permissions, so each has one of its own.
 */
const GuardedPage = ({ page }: { page: AdminPage }) => {
  const edition = useEdition();
  if (page.edition && edition === undefined) return <Page.Loading />;
  if (page.edition && page.edition !== edition) return <Page.NoData />;
  return page.permissions.reduceRight<ReactNode>(
    (inside, uid) => <Page.Protect permissions={[permission(uid)]}>{inside}</Page.Protect>,
    <page.Page />
  );
};

export default App;
