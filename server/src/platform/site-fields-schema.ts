/** What a site may say of a field in its configuration. */
import { yup } from '@strapi/utils';
import { closed } from './record-schema';
import { SITE_FIELD_TYPES } from './site-fields';

const NAME = /^[a-z][A-Za-z0-9]{0,49}$/;

const values = yup.array().of(
  yup
    .string()
    .matches(/^[^,]{1,100}$/, '${path} must be 1 to 100 characters without a comma')
    .required()
);

const field = closed(
  yup.object({
    type: yup
      .string()
      .oneOf([...SITE_FIELD_TYPES])
      .required(),
    default: yup.mixed(),
    maxLength: yup.number().integer().min(1),
    minLength: yup.number().integer().min(0),
    min: yup.number(),
    max: yup.number(),
    private: yup.boolean(),
  })
);

const ofType = (type: unknown): yup.AnyObjectSchema =>
  type === 'enumeration' ? field.shape({ enum: values.min(1).required() }) : field;

const typeOf = (value: unknown): unknown => (Object(value) as { type?: unknown }).type;

/** Names → fields; `false` in a field's place, which deletes it, needs no more checking. */
export const siteFieldsSchema = yup.lazy((fields: object | undefined) => {
  const given = Object.entries(fields ?? {}).filter(([, value]) => value !== false);
  return yup
    .object(Object.fromEntries(given.map(([name, value]) => [name, ofType(typeOf(value))])))
    .test('names', '', (_value, { path, createError }) => {
      const odd = Object.keys(fields ?? {}).find((name) => !NAME.test(name));
      if (odd === undefined) return true;
      const message = `${path}: "${odd}" cannot be a field; a name is a lower-case letter, then letters and digits`;
      return createError({ message });
    });
  // yup's types do not let a lazy schema stand where an object's is asked for; validation does.
}) as unknown as yup.AnyObjectSchema;
