import { User } from '@strapi/icons';
import type { PluginDefinition, StrapiApp } from '@strapi/strapi/admin';
import { modules } from './modules';
import { PLUGIN_ID } from './plugin-id';
import { loadTranslations } from './shared/load-translations';
import { permission } from './shared/permissions';
import { message } from './shared/translate';

const plugin: PluginDefinition = {
  register(app: StrapiApp) {
    app.registerPlugin({ id: PLUGIN_ID, name: PLUGIN_ID });
    app.addMenuLink({
      to: `plugins/${PLUGIN_ID}`,
      icon: User,
      intlLabel: message('plugin.name'),
      permissions: [permission('contacts.read')],
      Component: () => import('./App'),
      position: 3,
    });
    addSettings(app);
    for (const { widgets = [] } of modules) app.widgets.register(widgets);
  },

  registerTrads: loadTranslations,
};

export default plugin;

const addSettings = (app: StrapiApp) => {
  const links = modules
    .flatMap(({ settings = [] }) => settings)
    .sort((a, b) => a.position - b.position);
  if (links.length === 0) return;
  app.addSettingsLink(
    { id: PLUGIN_ID, intlLabel: message('plugin.name') },
    links.map(({ id, to, label, permission: uid, load }) => ({
      id: `${PLUGIN_ID}-${id}`,
      to: `${PLUGIN_ID}/${to}`,
      intlLabel: message(label),
      permissions: [permission(uid)],
      Component: load,
    }))
  );
};
