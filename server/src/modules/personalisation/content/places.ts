/** Where entries hold others: components, dynamic zones and relations, as they were read. */
import type { Core } from '@strapi/strapi';
import { isRecord } from '../../../platform/records';
import { attributesOf, type Attribute } from '../audience/schemas';

export type Holder = Record<string, unknown>;

export interface Part {
  uid: string;
  record: Holder;
}

export interface Place {
  name: string;
  isList: boolean;
  parts: Part[];
}

export const placesIn = (strapi: Core.Strapi, { uid, record }: Part): Place[] =>
  Object.entries(attributesOf(strapi, uid)).flatMap(([name, attribute]) => {
    const value = record[name];
    if (!HOLDING.has(attribute.type) || value === null || value === undefined) return [];
    const parts = [value].flat().flatMap((item) => toPart(attribute, item));
    return parts.length > 0 ? [{ name, isList: Array.isArray(value), parts }] : [];
  });

const HOLDING = new Set(['component', 'dynamiczone', 'relation']);

/** Polymorphic relations say themselves what they lead to. */
const toPart = ({ component, target }: Attribute, item: unknown): Part[] => {
  if (!isRecord(item)) return [];
  const uid = component ?? item.__component ?? target ?? item.__type;
  return typeof uid === 'string' ? [{ uid, record: item }] : [];
};
