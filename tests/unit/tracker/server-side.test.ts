/** The module in a process that has no browser, as when a server renders the page. */
import { createTracker } from '../../../tracker/src/index';
import { uuid } from '../../../tracker/src/uuid';

describe('on a server', () => {
  it('can be imported and called, and does nothing', () => {
    const tracker = createTracker({ host: 'https://cms.example/cm' });
    expect(() => {
      tracker.track('purchase', { value: 1 });
      tracker.identify({ email: 'ada@example.org' });
      tracker.consent({ tracking: true });
      tracker.reset();
      tracker.stop();
    }).not.toThrow();
  });
});

describe('a UUID', () => {
  it('is a version 8 of its own each time', () => {
    const made = Array.from({ length: 1_000 }, uuid);
    expect(new Set(made).size).toBe(1_000);
    for (const id of made)
      expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  });

  it('rises with time, so that a database writes what comes together to one place', () => {
    jest.useFakeTimers({ now: Date.UTC(2026, 0, 31) });
    const made = Array.from({ length: 100 }, () => {
      jest.advanceTimersByTime(100_000);
      return uuid();
    });
    jest.useRealTimers();
    expect(made).toEqual([...made].sort());
  });
});
