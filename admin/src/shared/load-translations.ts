import { PLUGIN_ID } from '../plugin-id';

interface Translation {
  data: Record<string, string>;
  locale: string;
}
type Load = () => Promise<{ default: Record<string, string> }>;

const available: Record<string, Load> = {
  en: () => import('../translations/en.json'),
  cs: () => import('../translations/cs.json'),
};

/** Strapi asks for the locales its admin is configured with; what is missing falls back to English. */
export const loadTranslations = ({ locales }: { locales: string[] }): Promise<Translation[]> =>
  Promise.all(
    locales.flatMap((locale) => {
      const load = available[locale];
      return load ? [load().then(({ default: data }) => ({ locale, data: prefixed(data) }))] : [];
    })
  );

const prefixed = (data: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(data).map(([id, text]) => [`${PLUGIN_ID}.${id}`, text]));
