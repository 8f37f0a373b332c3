/**
 * A UUID version 8 (RFC 9562, section 5.8): digits of the time in front, then 72 random bits. What is
 * made at one time lies side by side in a database's indexes; ids that are random from the first digit
 * cost it a page each. Not `crypto.randomUUID`, which makes version 4 only, and which pages served over
 * plain http do not have.
 */
export const uuid = (): string =>
  'xxxxxxxx-xxxx-8xxx-8xxx-xxxxxxxxxxxx'.replace(/x/g, (_, at: number) =>
    // The ninth digit falls to the dash: no more than the order within 100 seconds is lost.
    (`${Date.now()}`[at] ?? +crypto.getRandomValues(new Uint8Array(1)) % 16).toString(16)
  );
