/** Runs `action`; whatever goes wrong in it stays away from the page. */
export const attempt = (action: () => void): void => {
  try {
    action();
  } catch {
    // A tracker has nothing to say that is worth an error on somebody's page.
  }
};
