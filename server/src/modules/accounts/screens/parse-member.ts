/** What the screens send of a membership. Days are checked by the membership's own rules. */
import { errors, validateYupSchemaSync, yup } from '@strapi/utils';
import { isRecord } from '../../../platform/records';

const documentId = () => yup.string().min(1).max(100);
const day = () => yup.string().nullable().max(40);

const change = {
  role: documentId().nullable(),
  jobTitle: yup.string().nullable().max(255),
  since: day(),
  until: day(),
  isPrimary: yup.boolean(),
};

const changeSchema = yup.object(change);
const newSchema = yup.object({ ...change, contact: documentId().required() });
const endSchema = yup.object({ on: yup.string().max(40) });

export type MemberChange = yup.InferType<typeof changeSchema>;

export const parseNewMember = (body: unknown): yup.InferType<typeof newSchema> =>
  parse(newSchema, body) as yup.InferType<typeof newSchema>;

export const parseChange = (body: unknown): MemberChange =>
  parse(changeSchema, body) as MemberChange;

/** The day that was named. */
export const parseEnd = (body: unknown): string | undefined =>
  (parse(endSchema, body ?? {}) as { on?: string }).on;

/** Throws a ValidationError that names what is wrong, or what no membership has. */
const parse = (schema: yup.AnyObjectSchema, body: unknown): unknown => {
  if (!isRecord(body)) throw new errors.ValidationError('The body must be an object');
  const unknown = Object.keys(body).find((name) => !(name in schema.fields));
  if (unknown !== undefined) {
    throw new errors.ValidationError(`A membership has no field "${unknown}" to set here`);
  }
  return validateYupSchemaSync(schema)(body);
};
