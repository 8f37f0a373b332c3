import type { PropsWithChildren, ReactNode } from 'react';
import { Layouts, Page } from '@strapi/strapi/admin';
import { permission, type PermissionUid } from './permissions';
import { PluginProviders } from './plugin-providers';

/** A page of Strapi's settings: our providers and the permission around it. */
export const SettingsFrame = ({
  permission: uid,
  children,
}: PropsWithChildren<{ permission: PermissionUid }>) => (
  <Page.Protect permissions={[permission(uid)]}>
    <PluginProviders>{children}</PluginProviders>
  </Page.Protect>
);

interface SettingsPageProps {
  title: string;
  subtitle: string;
  action?: ReactNode;
  children: ReactNode;
}

const SettingsPage = ({ title, subtitle, action, children }: SettingsPageProps) => (
  <Page.Main>
    <Page.Title>{title}</Page.Title>
    <Layouts.Header title={title} subtitle={subtitle} primaryAction={action} />
    <Layouts.Content>{children}</Layouts.Content>
  </Page.Main>
);

SettingsFrame.Page = SettingsPage;
