/** One place up (-1) or down. */
export const moved = (ids: string[], id: string, by: 1 | -1): string[] => {
  const others = ids.filter((other) => other !== id);
  const place = Math.min(Math.max(ids.indexOf(id) + by, 0), others.length);
  return [...others.slice(0, place), id, ...others.slice(place)];
};
