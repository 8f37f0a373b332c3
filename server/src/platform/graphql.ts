/** With Strapi's GraphQL plugin there, every content type is open in it unless it is closed. */
import type { Core } from '@strapi/strapi';

interface GraphqlExtension {
  shadowCRUD(uid: string): {
    disableQueries(): unknown;
    disableMutations(): unknown;
  };
}

/** For `register()`: a type whose routes do not exist is not asked for or written in GraphQL either. */
export const closeInGraphql = (strapi: Core.Strapi, uid: string): void => {
  if (!('graphql' in strapi.plugins)) return;
  const extension = strapi.plugin('graphql').service<GraphqlExtension>('extension');
  const type = extension.shadowCRUD(uid);
  type.disableQueries();
  type.disableMutations();
};
