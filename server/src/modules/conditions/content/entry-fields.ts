/**
 * Fields of a site's own entries that can be asked: plain ones, and those of what a relation leads to,
 * such as `category.slug`. Entries as `e`, what a relation leads to as `r`. Names come from Strapi's
 * own description of the type, and from nowhere else.
 */
import type { Core, UID } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { aliased } from '../../../platform/sql/table';
import type { FieldQuestion, ValueType } from '../contract';
import type { Column } from '../fields/column';
import { DENIED, questionSql } from '../fields/question-sql';
import type { CompileContext, Query, Sql } from '../leaf';
import type { KnownField } from '../read/read-question';

interface Plain {
  type: string;
  columnName?: string;
  enum?: string[];
}

interface Relation {
  type: 'relation';
  target?: string;
  joinColumn?: { name: string };
  joinTable?: { name: string; joinColumn: { name: string }; inverseJoinColumn: { name: string } };
}

const VALUE_TYPES: Partial<Record<string, ValueType>> = {
  ...{ string: 'text', text: 'text', email: 'text', uid: 'text', richtext: 'text' },
  ...{ integer: 'number', biginteger: 'number', decimal: 'number', float: 'number' },
  ...{ date: 'date', datetime: 'date', boolean: 'boolean', enumeration: 'choice' },
};

interface Found {
  field: KnownField;
  attribute: Plain;
  relation?: { name: string; target: string };
}

export const isContentType = (strapi: Core.Strapi, uid: string): boolean =>
  uid.startsWith('api::') && Object.hasOwn(strapi.contentTypes, uid);

export const findEntryField = (
  strapi: Core.Strapi,
  uid: string,
  name: string
): Found | undefined => {
  const [first = '', second, ...rest] = name.split('.');
  if (rest.length > 0) return undefined;
  if (second === undefined) return plainField(strapi, uid, first);
  const relation = attributesOf(strapi, uid)[first] as Relation | undefined;
  if (!relation || !isAsked(strapi, first, relation)) return undefined;
  const found = plainField(strapi, relation.target, second);
  return found && { ...found, relation: { name: first, target: relation.target } };
};

/** In the order of the form, then what relations lead to. */
export const entryFieldNames = (strapi: Core.Strapi, uid: string): string[] => {
  const attributes = attributesOf(strapi, uid);
  const plain = Object.keys(attributes).filter((name) => plainField(strapi, uid, name));
  const related = Object.entries(attributes).flatMap(([name, attribute]) =>
    isAsked(strapi, name, attribute)
      ? Object.keys(attributesOf(strapi, attribute.target)).map((field) => `${name}.${field}`)
      : []
  );
  return [...plain, ...related.filter((name) => findEntryField(strapi, uid, name))];
};

type Attributes = Record<string, Plain | Relation>;

const attributesOf = (strapi: Core.Strapi, uid: string): Attributes =>
  strapi.db.metadata.get(uid).attributes;

/** Of the site's own content only: what is known of editors and of the site's users is not its entries'. */
const isAsked = (
  strapi: Core.Strapi,
  name: string,
  attribute: Plain | Relation
): attribute is Relation & { target: string } => {
  if (attribute.type !== 'relation' || name === 'localizations') return false;
  const { target = '', joinColumn, joinTable } = attribute as Relation;
  return isContentType(strapi, target) && Boolean(joinColumn ?? joinTable);
};

/** Private ones are nobody's to ask about from outside, and passwords nobody's at all. */
const plainField = (strapi: Core.Strapi, uid: string, name: string): Found | undefined => {
  const attributes = attributesOf(strapi, uid);
  const attribute = Object.hasOwn(attributes, name) ? (attributes[name] as Plain) : undefined;
  if (!attribute || isPrivate(strapi, uid, name)) return undefined;
  if (name === 'documentId') {
    return {
      field: { valueType: 'text' },
      attribute: { type: 'string', columnName: 'document_id' },
    };
  }
  const valueType = VALUE_TYPES[attribute.type];
  if (!valueType) return undefined;
  const isDay = attribute.type === 'date';
  const field: KnownField = {
    valueType,
    ...(attribute.enum ? { codes: attribute.enum } : {}),
    ...(isDay ? { isDay } : {}),
  };
  return { field, attribute };
};

const isPrivate = (strapi: Core.Strapi, uid: string, name: string): boolean => {
  const schema = strapi.getModel(uid as UID.Schema).attributes[name];
  return (
    schema?.type === 'password' || (schema as { private?: boolean } | undefined)?.private === true
  );
};

/** Over entries as `e`. */
export const entryQuestion = (
  context: CompileContext,
  uid: string,
  question: FieldQuestion
): Sql => {
  const { strapi } = context;
  const found = findEntryField(strapi, uid, question.field);
  if (!found) {
    throw new errors.ValidationError(`There is no field "${question.field}" of ${uid} any more`);
  }
  const { attribute, relation } = found;
  const alias = relation ? 'r' : 'e';
  const column = toColumn(context, alias, attribute);
  if (!relation) return questionSql(context, column, question);
  const denied = DENIED[question.operator];
  const test = questionSql(context, column, { ...question, operator: denied ?? question.operator });
  const rows = relatedRows(strapi, uid, relation.name).whereRaw('(?)', [test]).select('r.id');
  return strapi.db.connection.raw(denied ? 'not exists ?' : 'exists ?', [rows]);
};

const toColumn = (
  { strapi }: CompileContext,
  alias: string,
  { type, columnName }: Plain & { columnName?: string }
): Column => {
  const sql = strapi.db.connection.raw('??', [`${alias}.${columnName}`]);
  const holds = VALUE_TYPES[type] ?? 'text';
  if (holds === 'date') return { holds, sql, stored: type === 'date' ? 'day' : 'instant' };
  return { holds, sql };
};

const relatedRows = (strapi: Core.Strapi, uid: string, name: string): Query => {
  const { target = '', joinColumn, joinTable } = attributesOf(strapi, uid)[name] as Relation;
  const rows = aliased(strapi, { r: strapi.db.metadata.get(target).tableName });
  if (joinTable) {
    const { name: table, joinColumn: ours, inverseJoinColumn: theirs } = joinTable;
    const links = aliased(strapi, { j: table })
      .whereRaw('?? = e.id', [`j.${ours.name}`])
      .select(`j.${theirs.name}`);
    return rows.whereIn('r.id', links);
  }
  return rows.whereRaw('r.id = ??', [`e.${joinColumn?.name ?? ''}`]);
};
