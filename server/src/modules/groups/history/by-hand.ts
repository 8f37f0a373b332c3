import type { Core } from '@strapi/strapi';
import { attribution } from '../../../platform/actor';
import type { Why } from './because';

/** Somebody says who is in a group: contacts, or accounts with everybody in them. */
export const byHand = (strapi: Core.Strapi, way: Why['way'] = 'hand'): Why => ({
  way,
  because: { by: 'hand', actor: attribution(strapi).by },
});
