import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { fromEntries, type Matrix } from '../matrix.ts';

/** A seeded source of integers; equal seeds give equal matrices on every machine. */
export type Random = { int(min: number, max: number): number };

export function seeded(seed: number): Random {
  const rng = xoroshiro128plus(seed);
  return { int: (min, max) => uniformInt(rng, min, max) };
}

/** A seed from a name (FNV-1a, 32 bit). */
export function seedOf(name: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) h = Math.imul(h ^ name.charCodeAt(i), 0x01000193);
  return h | 0;
}

/** Entries k/8 with k uniform in -8..8: exact in float32 as well as in float64. */
export function eighths(rows: number, cols: number, random: Random): Matrix {
  return fromEntries(rows, cols, () => random.int(-8, 8) / 8);
}

/** Integer entries, uniform in min..max. */
export function integers(rows: number, cols: number, min: number, max: number, random: Random): Matrix {
  return fromEntries(rows, cols, () => random.int(min, max));
}

/** Entries k·2⁻²⁰, uniform in [-1, 1]: exact in float32. */
export function uniform(rows: number, cols: number, random: Random): Matrix {
  return fromEntries(rows, cols, () => random.int(-(2 ** 20), 2 ** 20) / 2 ** 20);
}
