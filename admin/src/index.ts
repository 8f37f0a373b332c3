import { User } from '@strapi/icons';
import type { PluginDefinition, StrapiApp } from '@strapi/strapi/admin';
import { modules } from './modules';
import { PLUGIN_ID } from './plugin-id';
import type { EditViewPanel } from './shared/edit-view-panel';
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
    for (const { widgets = [], register } of modules) {
      app.widgets.register(widgets);
      register?.(app);
    }
  },

  bootstrap(app: PluginHost) {
    addEditViewPanels(app);
  },

  registerTrads: loadTranslations,
};

export default plugin;

type PluginHost = Pick<StrapiApp, 'getPlugin'>;

interface EditViewApis {
  addEditViewSidePanel?: (panels: EditViewPanel[]) => void;
}

const addEditViewPanels = (app: PluginHost) => {
  const { addEditViewSidePanel } = app.getPlugin('content-manager').apis as EditViewApis;
  addEditViewSidePanel?.(modules.flatMap(({ editViewPanels = [] }) => editViewPanels));
};

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
