/**
 * localStorage where the browser grants it, the page's memory where it does not. A page has one.
 *
 * One key holds one value and nothing is read, changed and written back as a whole: several tabs
 * of a site live in several processes, and a shared list would lose what the slower tab wrote.
 */
export let items: Record<string, string> = {};

export const openStore = (): void => {
  try {
    // Some web views have null.
    items = Object(localStorage) as Record<string, string>;
  } catch {
    // A SecurityError where cookies are blocked.
    items = {};
  }
};

export const write = (key: string, value: string): void => {
  try {
    items[key] = value;
  } catch {
    // Full: go on in memory with all there is.
    items = { ...items, [key]: value };
  }
};

export const remove = (keys: string[]): void => {
  for (const key of keys) {
    // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- the same for both kinds
    delete items[key];
  }
};
