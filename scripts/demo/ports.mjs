import { once } from 'node:events';
import { createServer } from 'node:net';

const DISTANCE = 1_000;
const TRIES = 50;
const LAST_PORT = 65_535;

/** Listens for a moment to see whether the port can be had. */
export const isFree = async (port, host) => {
  const probe = createServer();
  try {
    probe.listen({ port, host, exclusive: true });
    await once(probe, 'listening');
  } catch (error) {
    if (error.code === 'EADDRINUSE' || error.code === 'EACCES') return false;
    throw error;
  }
  probe.close();
  await once(probe, 'close');
  return true;
};

/**
 * Listens on the port a thousand above Strapi's, or on the next one that is free, and answers it. Not
 * on the very next one: a second demo is often started there.
 */
export const listenBeside = async (server, strapiPort, host) => {
  const first =
    strapiPort + DISTANCE + TRIES > LAST_PORT ? strapiPort - DISTANCE : strapiPort + DISTANCE;
  for (let port = first; port < first + TRIES; port += 1) {
    try {
      server.listen({ port, host, exclusive: true });
      await once(server, 'listening');
      return port;
    } catch (error) {
      if (error.code !== 'EADDRINUSE') throw error;
    }
  }
  throw new Error(`No port from ${first} to ${first + TRIES - 1} is free for the sample site`);
};
