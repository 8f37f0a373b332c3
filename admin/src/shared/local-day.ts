/** Calendar days where the editor sits, as `2026-01-31`. */

export const toDay = (date: Date): string =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0'))
    .join('-');

/** The day's first instant here. */
export const fromDay = (day: string): Date => new Date(`${day}T00:00:00`);

/** The day's last instant here. */
export const endOfDay = (day: string): Date => new Date(`${day}T23:59:59.999`);

/** The first of the last so many days, today included. */
export const lastDays = (days: number, now: Date): string => {
  const date = new Date(now);
  date.setDate(date.getDate() - (days - 1));
  return toDay(date);
};
