/** Schemas of objects: with names that nobody knows beforehand, or with no others than are known. */
import { yup } from '@strapi/utils';

/** Members of one shape. yup's types do not let a lazy schema stand where an object's is asked for; validation does. */
export const recordOf = (member: yup.AnyObjectSchema): yup.AnyObjectSchema =>
  yup.lazy((value: object | undefined) =>
    yup.object(Object.fromEntries(Object.keys(value ?? {}).map((name) => [name, member])))
  ) as unknown as yup.AnyObjectSchema;

/** An unknown member is an error that says where. */
export const closed = <Shape extends yup.AnyObjectSchema>(schema: Shape): Shape =>
  schema.noUnknown(
    true,
    // yup's types leave out `unknown`, which this one message is given.
    (params) => {
      const { path, unknown } = params as { path?: string; unknown?: string };
      return `unknown option "${unknown}"${path ? ` in ${path}` : ''}`;
    }
  );
