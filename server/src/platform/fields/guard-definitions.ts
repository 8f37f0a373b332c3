/** The invariants of definitions, for every write of the document service. */
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { guardDocuments, type DocumentGuard } from '../document-writes';
import { toValidationError } from '../field-problem';
import { violates } from '../sql/unique-violation';
import { commitThenAnnounce } from '../transaction';
import { FIELD_NAME_INDEX } from './content-type';
import {
  CUSTOM_FIELD_UID,
  CUSTOM_FIELDS_TABLE,
  type FieldChange,
  type FieldDefinition,
} from './contract';
import { knownFields, readDefinitions } from './definitions';
import { offeredEntity, type FieldEntity } from './entity';
import {
  MAX_FIELDS,
  parseChange,
  parseDraft,
  problemsOf,
  shadowedAttribute,
} from './parse-definition';

export const guardDefinitions = (strapi: Core.Strapi): void => {
  guardDocuments(strapi, CUSTOM_FIELD_UID, { create, update, clone: refuse, delete: refuse });
};

/** What Strapi adds by itself. */
const BOOKKEEPING = [
  ...['createdAt', 'updatedAt', 'publishedAt', 'createdBy', 'updatedBy', 'locale', 'documentId'],
];

const withoutBookkeeping = (data: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(data).filter(([name]) => !BOOKKEEPING.includes(name)));

const create: DocumentGuard = (strapi, write, next) =>
  renewing(strapi, async () => {
    const { order: _last, deletedAt: _never, ...given } = withoutBookkeeping(write.data);
    const draft = parseDraft(given);
    const entity = offeredEntity(strapi, draft.entity);
    const problems = problemsOf(draft);
    if (problems.length > 0) throw toValidationError(problems);
    refuseShadow(strapi, entity, draft.name);
    const others = await readDefinitions(strapi, { entity: entity.name });
    if (others.length >= MAX_FIELDS) {
      throw new errors.ValidationError(`There can be ${MAX_FIELDS} fields, deleted ones included`);
    }
    refuseTaken(others, draft.name);
    const order = Math.max(0, ...others.map((other) => other.order)) + 1;
    write.data = { ...write.data, ...draft, ...keptDefault(draft), order, deletedAt: null };
    return next();
  });

/** Kind, code and entity are what the stored values were written for. */
const update: DocumentGuard = (strapi, write, next) =>
  renewing(strapi, async () => {
    const [before] = write.documentId
      ? await readDefinitions(strapi, { documentId: write.documentId })
      : [];
    if (!before) return next();
    const { name, kind, entity, order, deletedAt, ...given } = withoutBookkeeping(write.data);
    refuseChangeOf(before, { name, kind, entity });
    const change = parseChange(given);
    const problems = problemsOf({ ...before, ...change });
    if (problems.length > 0) throw toValidationError(problems);
    const kept = { ...(order === undefined ? {} : { order }), ...stateOf(deletedAt) };
    write.data = { ...bookkeepingOf(write.data), ...change, ...keptDefault(change), ...kept };
    return next();
  });

/**
 * In an object: Strapi hands a JSON attribute's text to the database as it is, which PostgreSQL and
 * MariaDB refuse, and reads text that looks like a number as one.
 */
const keptDefault = ({ defaultValue }: FieldChange) =>
  defaultValue === undefined
    ? {}
    : { defaultValue: defaultValue === null ? null : { value: defaultValue } };

const refuse: DocumentGuard = () => {
  throw new errors.ValidationError(
    'Delete a field with the service "custom-fields" or in the settings: its values go with it'
  );
};

const bookkeepingOf = (data: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(data).filter(([name]) => BOOKKEEPING.includes(name)));

const stateOf = (deletedAt: unknown) =>
  deletedAt === null || deletedAt instanceof Date ? { deletedAt } : {};

const refuseChangeOf = (before: FieldDefinition, given: Record<string, unknown>) => {
  for (const [part, value] of Object.entries(given)) {
    const stored: unknown = before[part as keyof FieldDefinition];
    if (value === undefined || value === stored) continue;
    throw toValidationError([
      { field: part, message: `The ${part} of a field cannot be changed: make another field` },
    ]);
  }
};

const refuseShadow = (strapi: Core.Strapi, { uid, name: entity }: FieldEntity, name: string) => {
  const { attributes } = strapi.contentType(uid);
  const own = shadowedAttribute(name, [...Object.keys(attributes), ...SHOWN]);
  if (own === undefined) return;
  const article = entity === 'account' ? 'An' : 'A';
  const message = `${article} ${entity} has the field ${own} already: choose another code`;
  throw toValidationError([{ field: 'name', message }]);
};

/** Not attributes, but shown as if they were. */
const SHOWN = ['id', 'documentId', 'displayName'];

const refuseTaken = (others: FieldDefinition[], name: string) => {
  const taken = others.find((other) => other.name === name);
  if (!taken) return;
  const message = taken.deletedAt
    ? `A deleted field has the code ${name}: restore it, or choose another code`
    : TAKEN;
  throw toValidationError([{ field: 'name', message }]);
};

const TAKEN = 'Another field has this code';

/** What is known of fields follows the commit. */
const renewing = async (strapi: Core.Strapi, work: () => Promise<unknown>): Promise<unknown> => {
  try {
    return await commitThenAnnounce(strapi, async () => ({
      result: await work(),
      announce: () => knownFields(strapi).refresh(),
    }));
  } catch (error) {
    if (!violates(error, { table: CUSTOM_FIELDS_TABLE, ...FIELD_NAME_INDEX })) throw error;
    throw toValidationError([{ field: 'name', message: TAKEN }]);
  }
};
