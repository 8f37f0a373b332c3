/**
 * Figures that take long to count are handed out as they were counted last, and counted again behind:
 * whoever asks once more has newer ones. They have to say themselves of when they are. In memory, so a
 * server that has just started makes the first who asks wait.
 */
import { now, SECOND, type Milliseconds } from './clock';

export interface KeptFigures<Figures> {
  read(key: string, count: () => Promise<Figures>): Promise<Figures>;
}

interface Options<Figures> {
  /** The others are counted each time. */
  takesLong: (figures: Figures) => boolean;
  /** Of counting behind; whoever waits is told otherwise. */
  onFailure: (error: unknown) => void;
}

const FRESH: Milliseconds = 10 * SECOND;
/** SQLite counts in the thread that answers. */
const UNTIL_ANSWERED: Milliseconds = 50;
const MOST_KEPT = 500;

export const keepFigures = <Figures>({
  takesLong,
  onFailure,
}: Options<Figures>): KeptFigures<Figures> => {
  const kept = new Map<string, { figures: Figures; at: Milliseconds }>();
  const refreshing = new Set<string>();

  const keep = (key: string, figures: Figures): Figures => {
    kept.delete(key);
    if (!takesLong(figures)) return figures;
    const [oldest] = kept.size >= MOST_KEPT ? kept.keys() : [];
    if (oldest !== undefined) kept.delete(oldest);
    kept.set(key, { figures, at: now() });
    return figures;
  };
  const refresh = async (key: string, count: () => Promise<Figures>) => {
    try {
      keep(key, await count());
    } finally {
      refreshing.delete(key);
    }
  };
  const refreshBehind = (key: string, count: () => Promise<Figures>) => {
    if (refreshing.has(key)) return;
    refreshing.add(key);
    setTimeout(() => void refresh(key, count).catch(onFailure), UNTIL_ANSWERED).unref();
  };
  return {
    async read(key, count) {
      const last = kept.get(key);
      if (!last) return keep(key, await count());
      if (now() - last.at >= FRESH) refreshBehind(key, count);
      return last.figures;
    },
  };
};
