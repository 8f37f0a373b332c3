/** A code for a name: "Visited our stand" is `visited-our-stand`. The server's rule, from a word. */
export const toTypeName = (displayName: string): string =>
  displayName
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 63);
