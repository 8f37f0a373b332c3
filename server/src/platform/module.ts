/** What one domain contributes to the plugin; `composePlugin` merges them. */
import type { Core } from '@strapi/strapi';
import type { BulkAction, BulkSubject } from './bulk/bulk-action';
import type { ContactDataOwner } from './contact-data';
import type { Reactions } from './events';
import type { FieldEntity } from './fields/entity';
import type { JobHandler } from './jobs/contract';
import type { Forgetting } from './jobs/forget-finished';
import type { Reference } from './kept-rows/links';
import type { ListColumn } from './list-columns';
import type { ListFilter } from './list-filters';
import type { InternalModel } from './models';
import type { Recalculated, Relatives } from './recalculation/contract';
import type { ViewKind } from './views/view-kind';
import type { VisitorGroups } from './visitor-groups';
import type { VisitorToken } from './visitor-token';

export interface Route {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  path: string;
  /** `controller.action`: only string handlers get an automatic permission scope. */
  handler: string;
  config?: Record<string, unknown>;
  /** Of a content-API route: what it takes and answers, for the OpenAPI document. */
  describe?: DescribeRoute;
}

/** Zod schemas, as Strapi asks for them. They describe; the handler still does the checking. */
export type RouteDescription = Pick<Core.Route, 'request' | 'response'>;

/** Asked when routes are mounted: by then every extension of the content types is known. */
export type DescribeRoute = (strapi: Core.Strapi) => RouteDescription;

/** An admin permission: `contacts.read` becomes `plugin::contact-management.contacts.read`. */
export interface AdminPermission {
  uid: string;
  displayName: string;
  subCategory: string;
}

type Factory<Made> = (context: { strapi: Core.Strapi }) => Made;
type Action = (ctx: never) => unknown;

export interface PluginModule {
  name: string;
  contentTypes?: Record<string, { schema: object }>;
  models?: InternalModel[];
  routes?: { admin?: Route[]; 'content-api'?: Route[] };
  controllers?: Record<string, Factory<Record<string, Action>>>;
  services?: Record<string, Factory<object>>;
  policies?: Record<string, unknown>;
  permissions?: AdminPermission[];
  jobs?: Record<string, JobHandler>;
  /** Once an hour: removes what is older than it is kept, or brings what is kept up to date. */
  hourly?: Forgetting[];
  bulkSubjects?: BulkSubject[];
  /** Of subjects of this module or of modules above it. */
  bulkActions?: BulkAction[];
  /** What editors can give fields of their own. */
  fieldEntities?: FieldEntity[];
  /** Lists that can be saved as views. */
  viewKinds?: ViewKind[];
  on?: Reactions;
  contactData?: ContactDataOwner;
  /** Tables with the number of an account, and that column. */
  accountTables?: Reference[];
  /** Of lists of modules above it. */
  listFilters?: ListFilter[];
  listColumns?: ListColumn[];
  visitorGroups?: VisitorGroups;
  visitorToken?: VisitorToken;
  /** What has to be worked out again when contacts change. */
  recalculated?: Recalculated[];
  /** Who is affected by what others do. */
  relatives?: Relatives;
  register?: (context: { strapi: Core.Strapi }) => void | Promise<void>;
  bootstrap?: (context: { strapi: Core.Strapi }) => void | Promise<void>;
  destroy?: (context: { strapi: Core.Strapi }) => void | Promise<void>;
}

export const defineModule = (definition: PluginModule): PluginModule => definition;

/** A content type under the key Strapi demands: its own singular name. */
export const byName = (
  ...schemas: { info: { singularName: string } }[]
): Record<string, { schema: object }> =>
  Object.fromEntries(schemas.map((schema) => [schema.info.singularName, { schema }]));
