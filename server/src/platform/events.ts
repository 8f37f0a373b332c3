/**
 * What modules tell each other, upward only: a module announces what happened and never knows who
 * listens. Events are emitted after the commit, so a listener sees what everybody else sees.
 *
 * A module adds its events by declaration merging in its `contract.ts`:
 * `import type {} from '../../platform/events';` (the admin's compiler would not find this file else)
 * `declare module '../../platform/events' { interface DomainEvents { 'contact.merged': {…} } }`
 */
import type { Core } from '@strapi/strapi';

// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- filled by the modules' contracts
export interface DomainEvents {}

export type DomainEventName = keyof DomainEvents;

export type Reaction<Name extends DomainEventName> = (
  strapi: Core.Strapi,
  payload: DomainEvents[Name]
) => Promise<void> | void;

export type Reactions = { [Name in DomainEventName]?: Reaction<Name> };

export interface EventBus {
  /** Runs every reaction to `name`, in the order of the modules; a failing one is logged and does not stop the rest. */
  emit<Name extends DomainEventName>(name: Name, payload: DomainEvents[Name]): Promise<void>;
}

export const createEventBus = (
  strapi: Core.Strapi,
  reactions: { module: string; on: Reactions }[]
): EventBus => ({
  async emit(name, payload) {
    for (const { module, on } of reactions) {
      try {
        await on[name]?.(strapi, payload);
      } catch (error) {
        strapi.log.error(
          `contact-management: ${module} could not react to ${name}: ${String(error)}`
        );
      }
    }
  },
});
