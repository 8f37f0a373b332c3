/**
 * A deleted field is not seen any more, while its values wait in the rows for their 30 days: whatever
 * the document service answers (REST, GraphQL, the Content Manager) comes without them.
 */
import type { Core } from '@strapi/strapi';
import { isRecord } from '../records';
import { CUSTOM_VALUES, type FieldEntityName } from './contract';
import { knownFields } from './definitions';
import { fieldEntities } from './entity';
import { readStored, type StoredValues } from './stored-values';

/** Strapi types this once per action and content type. */
interface Context {
  uid: string;
}

export const hideDeletedFields = (strapi: Core.Strapi): void => {
  const middleware = async (context: Context, next: () => Promise<unknown>) => {
    const answer = await next();
    const entity = fieldEntities(strapi).find(({ uid }) => uid === context.uid);
    if (entity) hideIn(answer, knownFields(strapi).deleted(entity.name));
    return answer;
  };
  strapi.documents.use(middleware as unknown as Parameters<typeof strapi.documents.use>[0]);
};

const hideIn = (answer: unknown, names: ReadonlySet<string>): void => {
  if (names.size === 0) return;
  const entries = isRecord(answer) && Array.isArray(answer.entries) ? answer.entries : [answer];
  for (const entry of entries.flat() as unknown[]) {
    if (isRecord(entry) && isRecord(entry[CUSTOM_VALUES])) {
      entry[CUSTOM_VALUES] = without(entry[CUSTOM_VALUES] as StoredValues, names);
    }
  }
};

/** The values of fields in use, as the screens show them. */
export const shownValues = (
  strapi: Core.Strapi,
  entity: FieldEntityName,
  column: unknown
): StoredValues => without(readStored(column), knownFields(strapi).deleted(entity));

const without = (values: StoredValues, names: ReadonlySet<string>): StoredValues =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !names.has(name)));
