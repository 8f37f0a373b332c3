/** A code for a name: "Visited our stand" is `visited-our-stand`. It begins with a letter. */
export const toCode = (displayName: string, separator: '-' | '_' = '-'): string =>
  displayName
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/^[^a-z]+|[^a-z0-9]+$/g, '')
    .replace(/[^a-z0-9]+/g, separator)
    .slice(0, 63);
