/** Undoes what an automatic feature has set up. */
export type CleanUp = () => void;

/** Undefined where there is nothing to undo. */
export type MaybeCleanUp = CleanUp | undefined;

/** What has no `stop` in the build for the script tag. */
export type Stoppable<T extends { stop: unknown }> = Omit<T, 'stop'> & Partial<Pick<T, 'stop'>>;

/** `cleanUp` itself, except in the script tag's build, which so gets rid of its code. */
export const forStop = (cleanUp: CleanUp): MaybeCleanUp => (CAN_STOP ? cleanUp : undefined);

/** Calls what there is. */
export const cleanUpAll = (cleanUps: MaybeCleanUp[]): void =>
  cleanUps.forEach((cleanUp) => cleanUp?.());
