/**
 * Where a visitor stands in a split: the same place on every server, for as long as it keeps its key.
 * The seed has 16 bits only, so that a token which holds it points at nobody: thousands share it.
 */
import { createHash } from 'node:crypto';
import type { VisitorKey } from '../../identity';
import type { Split } from '../contract';

export const SEEDS = 65_536;
const BUCKETS = 10_000;

export const seedOf = (key: VisitorKey): number => firstBytes(key).readUInt16BE(0);

/** 0 (included) to 100 (excluded), in hundredths of a percent; splits of other names deal anew. */
export const bucketOf = (split: string, seed: number): number =>
  (firstBytes(`${split}:${seed}`).readUInt32BE(0) % BUCKETS) / (BUCKETS / 100);

export const isInArm = ({ name, from, to }: Split, seed: number): boolean => {
  const bucket = bucketOf(name, seed);
  return bucket >= from && bucket < to;
};

const firstBytes = (text: string): Buffer => createHash('sha256').update(text, 'utf8').digest();
