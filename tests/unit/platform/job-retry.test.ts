import { errors } from '@strapi/utils';
import { afterFailure, MAX_ATTEMPTS, pauseAfter } from '../../../server/src/platform/jobs/retry';

describe('a job that failed', () => {
  it('is tried again after longer and longer pauses, with a limit', () => {
    expect([1, 2, 3, 4].map(pauseAfter)).toEqual([5_000, 20_000, 80_000, 320_000]);
    expect(pauseAfter(20)).toBe(600_000);
    expect(afterFailure(new Error('the database is away'), 1)).toEqual({
      again: true,
      after: 5_000,
    });
  });

  it('is given up in the end, without the words of the database', () => {
    expect(afterFailure(new Error('select * from secrets'), MAX_ATTEMPTS)).toEqual({
      again: false,
      error: "It failed 5 times; the server's log says why",
    });
  });

  it('is not tried again when the answer would be the same', () => {
    expect(afterFailure(new errors.ValidationError('There is no such status'), 1)).toEqual({
      again: false,
      error: 'There is no such status',
    });
  });
});
