/** Views as the admin sends them. */
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { cleanText } from '../clean-text';
import { isRecord } from '../records';
import type { NewView, ViewChange } from './contract';
import { viewKind, type ViewKind } from './view-kind';

const MAX_NAME = 60;
const MAX_VALUE = 4_000;

/** Throws a ValidationError with a sentence. */
export const parseNewView = (strapi: Core.Strapi, body: unknown): NewView => {
  const { kind, name, shared = false, query } = fieldsOf(body);
  const known = viewKind(strapi, kind);
  return {
    kind: known.kind,
    name: parseName(name),
    shared: parseShared(shared),
    query: parseQuery(query, known),
  };
};

/** What is not there stays as it is. */
export const parseViewChange = (strapi: Core.Strapi, body: unknown, kind: string): ViewChange => {
  const { name, shared, query } = fieldsOf(body);
  return {
    ...(name !== undefined && { name: parseName(name) }),
    ...(shared !== undefined && { shared: parseShared(shared) }),
    ...(query !== undefined && { query: parseQuery(query, viewKind(strapi, kind)) }),
  };
};

const fieldsOf = (body: unknown): Record<string, unknown> => {
  if (!isRecord(body)) throw new errors.ValidationError('The body must be an object');
  return body;
};

const parseName = (value: unknown): string => {
  const name = typeof value === 'string' ? cleanText(value, value.length).trim() : '';
  if (name === '' || name.length > MAX_NAME) {
    throw new errors.ValidationError(`name must be text of 1 to ${MAX_NAME} characters`);
  }
  return name;
};

const parseShared = (value: unknown): boolean => {
  if (typeof value !== 'boolean') throw new errors.ValidationError('shared must be true or false');
  return value;
};

const parseQuery = (value: unknown, { parameters, accepts }: ViewKind): Record<string, string> => {
  if (!isRecord(value)) throw new errors.ValidationError('query must be an object');
  const entries = Object.entries(value).map(([name, text]): [string, string] => {
    if (!parameters.includes(name) && !accepts?.(name)) {
      throw new errors.ValidationError(`A view of this list cannot hold "${name}"`);
    }
    if (typeof text !== 'string' || text.length > MAX_VALUE) {
      throw new errors.ValidationError(`${name} must be text of at most ${MAX_VALUE} characters`);
    }
    return [name, cleanText(text, text.length)];
  });
  return Object.fromEntries(entries);
};
