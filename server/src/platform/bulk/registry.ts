/** The subjects and actions of all modules, by name. */
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { PluginModule } from '../module';
import type { BulkAction, BulkSubject } from './bulk-action';

export interface BulkRegistry {
  /** Throws when no module has it any more. */
  subject(name: string): BulkSubject;
  /** Throws a ValidationError that names the actions there are. */
  action(subject: string, action: string): BulkAction;
  actions(): BulkAction[];
}

export const createRegistry = (modules: PluginModule[]): BulkRegistry => {
  const subjects = new Map<string, BulkSubject>();
  for (const { name, bulkSubjects = [] } of modules) {
    for (const subject of bulkSubjects) add(subjects, subject.name, subject, name);
  }
  const actions = new Map<string, BulkAction>();
  for (const { name, bulkActions = [] } of modules) {
    for (const action of bulkActions) {
      if (!subjects.has(action.subject)) {
        throw new Error(
          `contact-management: ${name} changes "${action.subject}", which nobody has`
        );
      }
      add(actions, `${action.subject}.${action.action}`, action, name);
    }
  }
  return {
    subject: (name) => found(subjects.get(name), `There is nothing called ${name} to change`),
    action: (subject, action) =>
      found(actions.get(`${subject}.${action}`), `action must be ${namesOf(actions, subject)}`),
    actions: () => [...actions.values()],
  };
};

const add = <Part>(parts: Map<string, Part>, name: string, part: Part, module: string): void => {
  if (parts.has(name)) {
    throw new Error(`contact-management: two modules define bulk "${name}" (one is ${module})`);
  }
  parts.set(name, part);
};

const found = <Part>(part: Part | undefined, message: string): Part => {
  if (!part) throw new errors.ValidationError(message);
  return part;
};

const namesOf = (actions: Map<string, BulkAction>, subject: string): string =>
  [...actions.values()]
    .filter((action) => action.subject === subject)
    .map(({ action }) => action)
    .join(', ');

const registries = new WeakMap<Core.Strapi, BulkRegistry>();

export const setBulkRegistry = (strapi: Core.Strapi, registry: BulkRegistry): void => {
  registries.set(strapi, registry);
};

export const bulkRegistry = (strapi: Core.Strapi): BulkRegistry => {
  const registry = registries.get(strapi);
  if (!registry)
    throw new Error('contact-management: bulk changes before the plugin is registered');
  return registry;
};
