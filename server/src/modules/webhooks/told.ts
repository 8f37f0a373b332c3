/** Plain values under public names. */
export type Told = Record<string, unknown>;

/** Missing values are told as null. */
export const pick = <Name extends string>(
  row: Record<Name, string | null>,
  names: readonly Name[]
): Told => Object.fromEntries(names.map((name) => [name, row[name] ?? null]));
