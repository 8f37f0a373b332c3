/** Every sentence of the screens, by an id that TypeScript knows from the English file. */
import { useCallback } from 'react';
import { useIntl, type PrimitiveType } from 'react-intl';
import { PLUGIN_ID } from '../plugin-id';
import type english from '../translations/en.json';

export type TranslationId = keyof typeof english;
export type Translate = (id: TranslationId, values?: Record<string, PrimitiveType>) => string;

export const translationKey = (id: TranslationId): string => `${PLUGIN_ID}.${id}`;

export const useTranslate = (): Translate => {
  const intl = useIntl();
  return useCallback(
    (id, values) => intl.formatMessage({ id: translationKey(id), defaultMessage: id }, values),
    [intl]
  );
};

/** For Strapi's menus, which translate by themselves. */
export const message = (id: TranslationId) => ({ id: translationKey(id), defaultMessage: id });
