/** Chance that can be repeated: the same seed gives the same numbers, on every machine. */
export interface Random {
  /** From 0 up to, but not including, 1. */
  next(): number;
  /** A whole number, both ends included. */
  int(min: number, max: number): number;
  chance(probability: number): boolean;
  pick<Item>(items: readonly Item[]): Item;
  /** Some of the items, in the order of the list. */
  some<Item>(items: readonly Item[], count: number): Item[];
  /** The heavier, the likelier. */
  weighted<Item>(choices: readonly (readonly [Item, number])[]): Item;
  uuid(): string;
}

/** A stream of its own for one thing, so that changing one does not shift all the others. */
export const createRandom = (seed: number, stream = 0): Random => {
  const next = mulberry32(scatter(seed ^ scatter(stream + 1)));
  const int = (min: number, max: number) => min + Math.floor(next() * (max - min + 1));
  const pick = <Item>(items: readonly Item[]): Item => {
    if (items.length === 0) throw new Error('There is nothing to pick from');
    return items[int(0, items.length - 1)] as Item;
  };
  return {
    next,
    int,
    pick,
    chance: (probability) => next() < probability,
    some: (items, count) => {
      const ranked = items.map((item, place) => ({ item, place, rank: next() }));
      const chosen = ranked.sort((a, b) => a.rank - b.rank).slice(0, count);
      return chosen.sort((a, b) => a.place - b.place).map(({ item }) => item);
    },
    weighted: (choices) => {
      let left = next() * choices.reduce((sum, [, weight]) => sum + weight, 0);
      const hit = choices.find(([, weight]) => (left -= weight) < 0) ?? choices.at(-1);
      if (!hit) throw new Error('There is nothing to choose from');
      return hit[0];
    },
    uuid: () => toUuid(Array.from({ length: 16 }, () => int(0, 255))),
  };
};

/** Murmur's finaliser: neighbouring streams must not begin alike. */
const scatter = (value: number): number => {
  let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
};

/** Tommy Ettinger's generator, in the form Bryk gave it: 32 bits of state, good enough to look real. */
const mulberry32 = (seed: number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

/** Version 4, variant 1 (RFC 9562). */
const toUuid = (bytes: number[]): string => {
  const hex = bytes
    .map((byte, index) =>
      index === 6 ? (byte & 0x0f) | 0x40 : index === 8 ? (byte & 0x3f) | 0x80 : byte
    )
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
};
