/** The settings screen: what two modules keep, as one. */
import type { Core } from '@strapi/strapi';
import { errors, validateYupSchema, yup } from '@strapi/utils';
import { config } from '../../../config';
import { isRecord } from '../../../platform/records';
import { activitySettings } from '../../activities';
import type { Settings } from '../contract';
import { trackingSettings } from '../settings';

const changes = yup
  .object({
    honourPrivacySignals: yup.boolean(),
    consent: yup.mixed<Settings['consent']>().oneOf(['optional', 'required']),
    ipAddress: yup.mixed<Settings['ipAddress']>().oneOf(['off', 'truncated']),
    purchaseMakesClient: yup.boolean(),
  })
  .noUnknown();

export const readSettings = async (strapi: Core.Strapi): Promise<Settings> => ({
  ...(await trackingSettings(strapi).read()),
  ...(await activitySettings(strapi).read()),
  edition: config(strapi).edition,
});

/** Changes what is named and leaves the rest. Throws a ValidationError that names what is wrong. */
export const writeSettings = async (strapi: Core.Strapi, body: unknown): Promise<Settings> => {
  if (!isRecord(body))
    throw new errors.ValidationError('The body must hold the settings to change');
  const { purchaseMakesClient, ...privacy } = definedOf(await validateYupSchema(changes)(body));
  if (Object.keys(privacy).length > 0) await trackingSettings(strapi).write(privacy);
  if (purchaseMakesClient !== undefined) {
    await activitySettings(strapi).write({ purchaseMakesClient });
  }
  return readSettings(strapi);
};

const definedOf = <Values extends object>(values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Values;
