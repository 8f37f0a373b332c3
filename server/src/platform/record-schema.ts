/** An object with names that nobody knows beforehand and members of one shape. */
import { yup } from '@strapi/utils';

/** yup's types do not let a lazy schema stand where an object's is asked for; validation does. */
export const recordOf = (member: yup.AnyObjectSchema): yup.AnyObjectSchema =>
  yup.lazy((value: object | undefined) =>
    yup.object(Object.fromEntries(Object.keys(value ?? {}).map((name) => [name, member])))
  ) as unknown as yup.AnyObjectSchema;
