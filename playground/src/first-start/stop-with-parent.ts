/**
 * A Strapi that the demo has started must not outlive it, not even when the demo was killed: the
 * channel between the two closes in every case.
 */
export const stopWithParent = (): void => {
  if (process.channel) process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
};
