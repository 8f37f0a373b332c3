/**
 * Audiences are checked whenever content is written: in entries, components and dynamic zones,
 * whichever door the write comes through.
 */
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { cleanValues } from '../../../platform/clean-text';
import { toValidationError, type FieldProblem } from '../../../platform/field-problem';
import { isRecord } from '../../../platform/records';
import { conditions } from '../../conditions';
import { AUDIENCE_FIELD, type Audience } from '../contract';
import { askableGroups, groupsAskedBy } from './askable-groups';
import { AudienceProblem, parseAudience } from './parse-audience';
import { attributesOf, holdsAudience } from './schemas';

interface Write {
  uid: string;
  action: string;
  params: { data?: Record<string, unknown> };
}

const WRITES = new Set(['create', 'update', 'clone']);

export const guardAudiences = (strapi: Core.Strapi): void => {
  const middleware = async (context: Write, next: () => Promise<unknown>) => {
    const { uid, params } = context;
    if (WRITES.has(context.action) && params.data && holdsAudience(strapi, uid)) {
      context.params = { ...params, data: await checked(strapi, uid, params.data) };
    }
    return next();
  };
  strapi.documents.use(middleware as unknown as Parameters<typeof strapi.documents.use>[0]);
};

interface Check {
  strapi: Core.Strapi;
  problems: FieldProblem[];
  /** Code → where it is asked for first. */
  asked: Map<string, string>;
}

const checked = async (strapi: Core.Strapi, uid: string, data: Record<string, unknown>) => {
  const check: Check = { strapi, problems: [], asked: new Map() };
  const read = readFields(check, uid, data, '');
  if (check.problems.length === 0) await findUnknownGroups(check);
  if (check.problems.length > 0) throw toValidationError(check.problems);
  return read;
};

/** A copy, with its audiences as they are kept. */
const readFields = (
  check: Check,
  uid: string,
  data: Record<string, unknown>,
  path: string
): Record<string, unknown> => {
  const attributes = attributesOf(check.strapi, uid);
  return Object.fromEntries(
    Object.entries(data).map(([name, value]) => {
      const attribute = attributes[name];
      const at = `${path}${name}`;
      if (attribute?.customField === AUDIENCE_FIELD) return [name, readAudience(check, value, at)];
      if (attribute?.type === 'dynamiczone') return [name, readZone(check, value, at)];
      if (attribute?.type === 'component' && attribute.component) {
        return [name, readComponents(check, attribute.component, value, at)];
      }
      return [name, value];
    })
  );
};

const readComponents = (check: Check, uid: string, value: unknown, at: string): unknown => {
  if (Array.isArray(value)) {
    return value.map((item, index) => readComponents(check, uid, item, `${at}.${index}`));
  }
  return isRecord(value) ? readFields(check, uid, value, `${at}.`) : value;
};

const readZone = (check: Check, value: unknown, at: string): unknown => {
  if (!Array.isArray(value)) return value;
  return value.map((item: unknown, index) =>
    isRecord(item) && typeof item.__component === 'string'
      ? readFields(check, item.__component, item, `${at}.${index}.`)
      : item
  );
};

const readAudience = (check: Check, value: unknown, at: string): Audience | null | undefined => {
  if (value === undefined) return undefined;
  try {
    const parse = (condition: unknown) => conditions(check.strapi).parse(condition);
    const audience = parseAudience(cleanValues(value), parse);
    for (const code of groupsAskedBy(check.strapi, audience)) {
      if (!check.asked.has(code)) check.asked.set(code, at);
    }
    return audience;
  } catch (error) {
    if (!isRefusal(error)) throw error;
    check.problems.push({ field: at, message: error.message });
    return null;
  }
};

const isRefusal = (error: unknown): error is Error =>
  error instanceof AudienceProblem || error instanceof errors.ValidationError;

/** That a page differs tells its visitor that it is in the group: so only those that may be told. */
const findUnknownGroups = async ({ strapi, asked, problems }: Check): Promise<void> => {
  if (asked.size === 0) return;
  const askable = await askableGroups(strapi, [...asked.keys()]);
  for (const [code, field] of asked) {
    if (askable.has(code)) continue;
    problems.push({
      field,
      message: `There is no group "${code}" that pages may know of: make it visible to the site first`,
    });
  }
};
