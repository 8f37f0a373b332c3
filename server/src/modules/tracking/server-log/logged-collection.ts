/**
 * One line of the site's `activities` config, checked at boot and made ready to read entries: a typo
 * must stop the boot instead of losing purchases in silence.
 */
import type { Core } from '@strapi/strapi';
import { contentTypes } from '@strapi/utils';
import type { LoggedCollection } from '../../../config';
import { PLUGIN_ID } from '../../../platform/plugin';
import { activityTypes } from '../../activities';
import { cleanText } from '../../../platform/clean-text';
import { followPath, mergePopulate, readPath, type EndTypes, type Populate } from './entry-path';

export interface CheckedCollection {
  uid: string;
  on: LoggedCollection['on'];
  type: string;
  hasDraftAndPublish: boolean;
  populate: Populate;
  read(entry: unknown): LoggedEntry;
}

export interface LoggedEntry {
  /** As it stands in the entry. */
  email: string | null;
  value: number | null;
  title: string | null;
}

const EMAIL: EndTypes = ['email', 'string', 'text'];
const NUMBER: EndTypes = ['decimal', 'float', 'integer', 'biginteger'];
const TEXT: EndTypes = ['string', 'text', 'email', 'uid', 'enumeration', ...NUMBER];

const MAX_VALUE = 1e13;
const MAX_TITLE = 500;

/** Throws a sentence that names the option when the site's content types do not fit it. */
export const checkCollection = (
  strapi: Core.Strapi,
  uid: string,
  { on, type, contact, value, title }: LoggedCollection
): CheckedCollection => {
  const wrong = (option: string, sentence: string) =>
    new Error(`Check plugins.${PLUGIN_ID}.config.activities["${uid}"]${option}: ${sentence}`);
  const schema = Object.hasOwn(strapi.contentTypes, uid) ? strapi.contentType(uid as never) : null;
  if (!schema) throw wrong('', 'this site has no such content type');
  const hasDraftAndPublish = contentTypes.hasDraftAndPublish(schema);
  if (on === 'publish' && !hasDraftAndPublish) {
    throw wrong('.on', 'its entries are never published, because draft and publish is off');
  }
  if (!activityTypes(strapi).has(type)) {
    throw wrong('.type', `"${type}" is no activity type; a type of your own has to be registered`);
  }
  const follow = (option: string, path: string | undefined, endsAt: EndTypes) => {
    try {
      return path === undefined ? null : followPath(strapi, uid, { path, endsAt });
    } catch (error) {
      throw wrong(`.${option}`, error instanceof Error ? error.message : String(error));
    }
  };
  const emailPath = follow('contact', contact, EMAIL);
  const valuePath = follow('value', value, NUMBER);
  const titlePath = follow('title', title, TEXT);
  return {
    uid,
    on,
    type,
    hasDraftAndPublish,
    populate: mergePopulate([emailPath, valuePath, titlePath]),
    read: (entry) => ({
      email: emailPath && toText(readPath(entry, emailPath)),
      value: valuePath && toValue(readPath(entry, valuePath)),
      title: titlePath && toText(readPath(entry, titlePath)),
    }),
  };
};

const toText = (value: unknown): string | null =>
  typeof value === 'string' || typeof value === 'number'
    ? cleanText(String(value), MAX_TITLE)
    : null;

/** Decimals come as numbers or as text. */
const toValue = (value: unknown): number | null => {
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const number = Number(value);
  return Math.abs(number) <= MAX_VALUE ? number : null;
};
