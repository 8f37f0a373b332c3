/** The language that sentences are asked for in: `?language=cs`. */
import { yup } from '@strapi/utils';

export const LANGUAGES = ['en', 'cs'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Others are answered in English, as the admin does. */
export const languageShape = yup.string().max(20).default('en');

export const toLanguage = (asked: string | undefined): Language =>
  LANGUAGES.find((known) => asked === known) ?? 'en';
