/**
 * Tries until it succeeds: for what a server does by itself, seen from outside. Each attempt has to take
 * its time by itself, such as a page that is loaded; the last failure is the test's.
 */
import { now, SECOND, type Milliseconds } from '../../server/src/platform/clock';

const PATIENCE: Milliseconds = 60 * SECOND;

export const eventually = async (attempt: () => Promise<void>): Promise<void> => {
  const deadline = now() + PATIENCE;
  for (;;) {
    try {
      await attempt();
      return;
    } catch (failure) {
      if (now() > deadline) throw failure;
    }
  }
};
