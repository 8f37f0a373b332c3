/** What a benchmark's site holds in memory after a garbage collection, in megabytes. */
const MEGABYTE = 1024 * 1024;

export interface Memory {
  rss: number;
  heap: number;
}

export const readMemory = async (url: string): Promise<Memory> => {
  const memory = (await (await fetch(`${url}/bench/memory`)).json()) as NodeJS.MemoryUsage;
  return { rss: memory.rss / MEGABYTE, heap: memory.heapUsed / MEGABYTE };
};
