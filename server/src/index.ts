import { pluginConfig } from './config';
import { modules } from './modules';
import { composePlugin } from './platform/compose';
import { anyPermission } from './any-permission-policy';
import { edition } from './edition-policy';

export default composePlugin(modules, {
  config: pluginConfig,
  policies: { edition, 'any-permission': anyPermission },
});
