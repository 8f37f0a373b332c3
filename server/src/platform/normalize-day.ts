/** A calendar day as it is stored: `1990-12-31`. There was no year 0, and PostgreSQL refuses one. */
const DAY = String.raw`(?!0000)\d{4}-\d{2}-\d{2}`;
/** Hours and minutes, and what may follow: seconds, a fraction of them, the zone. */
const TIME = String.raw`(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?`;
const DAY_AND_TIME = new RegExp(`^(${DAY})(?:T${TIME})?$`);

/** Takes the day out of an ISO date-time too; null for what is none, such as the 30th of February. */
export const normalizeDay = (text: string): string | null => {
  const day = DAY_AND_TIME.exec(text)?.[1];
  if (!day) return null;
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day) ? day : null;
};
