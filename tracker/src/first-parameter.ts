/** Value of the first of `names` (separated by commas) that the address has in its query. */
export const firstParameter = (url: string, names: string): string | null | undefined =>
  names
    .split(',')
    .map((name) => new URL(url).searchParams.get(name))
    .find(Boolean);
