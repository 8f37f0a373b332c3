export const SPARKLINE_DAYS = 90;

interface Day {
  /** UTC, `2026-01-31`. */
  date: string;
  count: number;
}

const DAY_MILLISECONDS = 86_400_000;

/** The last 90 UTC days, oldest first; the server leaves out those without activity. */
export const fillDays = (known: Day[], now: Date): Day[] => {
  const counts = new Map(known.map(({ date, count }) => [date, count]));
  return Array.from({ length: SPARKLINE_DAYS }, (_nothing, index) => {
    const back = (SPARKLINE_DAYS - 1 - index) * DAY_MILLISECONDS;
    const date = new Date(now.getTime() - back).toISOString().slice(0, 10);
    return { date, count: counts.get(date) ?? 0 };
  });
};
