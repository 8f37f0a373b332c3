/**
 * A random UUID version 4 (RFC 9562, section 5.4). Not `crypto.randomUUID`, which pages served
 * over plain http do not have.
 */
export const uuid = (): string =>
  'xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx'.replace(/x/g, () =>
    (+crypto.getRandomValues(new Uint8Array(1)) % 16).toString(16)
  );
