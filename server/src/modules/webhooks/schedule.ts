/** Starts the sending job when something is due, and clears away what is old. */
import type { Core } from '@strapi/strapi';
import { HOUR, now, SECOND, type Milliseconds } from '../../platform/clock';
import { jobs } from '../../platform/jobs/service';
import { forgetOldMessages } from './forget-old';
import { SEND_JOB, webhooksWithWork } from './send-deliveries';

/** The shortest pause before another attempt is ten seconds. */
const TICK: Milliseconds = 5 * SECOND;

/** One job is enough: it goes on until nothing is due. */
export const sendSoon = async (strapi: Core.Strapi): Promise<void> => {
  if (await jobs(strapi).isPending(SEND_JOB)) return;
  await jobs(strapi).add({ name: SEND_JOB, payload: {}, createdBy: null });
};

const timers = new WeakMap<Core.Strapi, NodeJS.Timeout>();
const ticks = new WeakMap<Core.Strapi, Promise<void>>();

/** Only a server that serves HTTP has a runner for the job. */
export const startSchedule = (strapi: Core.Strapi): void => {
  let forgotAt: Milliseconds = 0;
  const tick = async () => {
    if (!strapi.server.httpServer.listening) return;
    if ((await webhooksWithWork(strapi)).length > 0) await sendSoon(strapi);
    if (now() - forgotAt < HOUR) return;
    forgotAt = now();
    await forgetOldMessages(strapi, forgotAt);
  };
  const run = () => {
    ticks.set(
      strapi,
      tick().catch((error: unknown) => {
        strapi.log.error(
          `contact-management: webhooks could not be looked after: ${String(error)}`
        );
      })
    );
  };
  const timer = setInterval(run, TICK);
  timer.unref();
  timers.set(strapi, timer);
};

export const stopSchedule = async (strapi: Core.Strapi): Promise<void> => {
  clearInterval(timers.get(strapi));
  await ticks.get(strapi);
};
