/** A list that can be saved as views; a module names its own under `viewKinds`. */
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

export interface ViewKind {
  kind: string;
  /** Needed to see the list, and so to have views of it. */
  permission: string;
  /** What its filters take on top. A view is not there for who could not open it. */
  permissions?: (strapi: Core.Strapi, query: Record<string, string>) => string[];
  /** Names that the list's address may hold. */
  parameters: readonly string[];
  /** Whether it may hold this one besides. */
  accepts?: (name: string) => boolean;
}

const kinds = new WeakMap<Core.Strapi, Map<string, ViewKind>>();

export const setViewKinds = (strapi: Core.Strapi, all: ViewKind[]): void => {
  const byName = new Map(all.map((kind) => [kind.kind, kind]));
  if (byName.size < all.length) {
    throw new Error('contact-management: two modules define views of one kind');
  }
  kinds.set(strapi, byName);
};

/** Throws a ValidationError. */
export const viewKind = (strapi: Core.Strapi, kind: unknown): ViewKind => {
  const all = kinds.get(strapi) ?? new Map<string, ViewKind>();
  const found = typeof kind === 'string' ? all.get(kind) : undefined;
  if (!found) throw new errors.ValidationError(`kind must be ${[...all.keys()].join(', ')}`);
  return found;
};
