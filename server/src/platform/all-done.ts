/** Like `Promise.all`, but what goes on beside a failure has ended too when it is thrown. */
export const allDone = async (work: Promise<unknown>[]): Promise<void> => {
  for (const result of await Promise.allSettled(work)) {
    if (result.status === 'rejected') throw result.reason;
  }
};
