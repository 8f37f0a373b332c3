/** Builds the public endpoints and holds what has to be closed when the server stops. */
import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { config, isEms } from '../../config';
import { createCollect } from './collect/collect';
import { createConsentEndpoint } from './consent-endpoint';
import { createOriginPolicy } from './http/origins';
import { HttpProblem } from './http/problem';
import { createPublicServer, type PublicEndpoint } from './http/public-server';
import { createRateLimit } from './http/rate-limit';
import { createTraffic } from './http/traffic';
import { createIdentifyEndpoint } from './identify-endpoint';
import { createIngest } from './ingest/ingest';
import { createMeEndpoint } from './me-endpoint';
import { createSegmentEndpoints } from './segment/endpoints';
import { trackingSettings } from './settings';
import { createTrackerScript } from './tracker-script';

export interface Tracking {
  middleware: (ctx: Context, next: Next) => Promise<void>;
  /** Takes no more events, and resolves when those taken are committed and answered. */
  close(): Promise<void>;
}

export const startTracking = (strapi: Core.Strapi): Tracking => {
  const { path, allowedOrigins, rateLimit: limit, ...rest } = config(strapi).tracking;
  const { acceptUnknownTypes, writeKeys } = rest;
  const rateLimit = createRateLimit(limit);
  const traffic = createTraffic();
  const buffer = createIngest(strapi);
  const identify = createIdentifyEndpoint(strapi, rateLimit);
  const settings = () => trackingSettings(strapi).current();
  const ingest = { strapi, buffer, rateLimit, settings, acceptUnknownTypes };
  const ems: [string, PublicEndpoint][] = [
    ['/t.js', createTrackerScript()],
    ['/e', createCollect(ingest)],
    ['/me', createMeEndpoint(strapi, rateLimit)],
    ['/consent', createConsentEndpoint(strapi, rateLimit)],
    ...createSegmentEndpoints({ ...ingest, writeKeys }),
  ];
  const endpoints = new Map<string, PublicEndpoint>([
    ...(isEms(strapi) ? ems : ems.map(absent)),
    ['/identify', identify],
  ]);
  return {
    middleware: createPublicServer({
      strapi,
      path,
      endpoints,
      origins: createOriginPolicy(allowedOrigins),
      traffic,
    }),
    close: async () => {
      await Promise.all([buffer.close(), traffic.end()]);
    },
  };
};

const absent = ([path, { method }]: [string, PublicEndpoint]): [string, PublicEndpoint] => [
  path,
  {
    method,
    handle: () => {
      throw new HttpProblem(404, 'This edition does not track visitors');
    },
  },
];
