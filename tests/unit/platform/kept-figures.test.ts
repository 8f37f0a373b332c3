import { keepFigures } from '../../../server/src/platform/kept-figures';

const SECOND = 1_000;

describe('figures that take long', () => {
  beforeEach(() => jest.useFakeTimers({ now: 1_000_000 }));
  afterEach(() => jest.useRealTimers());

  const counter = () => {
    let value = 0;
    return jest.fn(async () => {
      value += 1;
      return { value };
    });
  };
  const setUp = (takesLong: boolean) => {
    const failures: unknown[] = [];
    const figures = keepFigures<{ value: number }>({
      takesLong: () => takesLong,
      onFailure: (error) => failures.push(error),
    });
    return { figures, failures };
  };

  it('are counted each time where it is quick', async () => {
    const { figures } = setUp(false);
    const count = counter();
    expect(await figures.read('a', count)).toEqual({ value: 1 });
    expect(await figures.read('a', count)).toEqual({ value: 2 });
  });

  it('are kept for ten seconds, then handed out once more and counted behind', async () => {
    const { figures } = setUp(true);
    const count = counter();
    await figures.read('a', count);
    jest.advanceTimersByTime(9 * SECOND);
    expect(await figures.read('a', count)).toEqual({ value: 1 });
    expect(count).toHaveBeenCalledTimes(1);
    jest.advanceTimersByTime(SECOND);
    expect(await figures.read('a', count)).toEqual({ value: 1 });
    await jest.advanceTimersByTimeAsync(50);
    expect(await figures.read('a', count)).toEqual({ value: 2 });
    expect(await figures.read('b', count)).toEqual({ value: 3 });
  });

  it('stay as they are when counting behind fails, and are tried again', async () => {
    const { figures, failures } = setUp(true);
    await figures.read('a', counter());
    jest.advanceTimersByTime(11 * SECOND);
    const failing = jest.fn().mockRejectedValue(new Error('gone'));
    expect(await figures.read('a', failing)).toEqual({ value: 1 });
    await jest.advanceTimersByTimeAsync(50);
    expect(failures).toEqual([new Error('gone')]);
    expect(await figures.read('a', failing)).toEqual({ value: 1 });
    await jest.advanceTimersByTimeAsync(50);
    expect(failing).toHaveBeenCalledTimes(2);
  });

  it('of which the oldest give way when there are too many', async () => {
    const { figures } = setUp(true);
    const count = counter();
    for (let at = 0; at <= 500; at += 1) await figures.read(`key ${at}`, count);
    expect(await figures.read('key 1', count)).toEqual({ value: 2 });
    expect(await figures.read('key 0', count)).toEqual({ value: 502 });
  });
});
