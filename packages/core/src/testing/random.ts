import { type NdArray, sizeOf } from '../array.ts';

/** A seeded stream of uniform numbers in [0, 1): Mulberry32, so that failures repeat. */
export function uniform(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let x = Math.imul(state ^ (state >>> 15), state | 1);
    x ^= x + Math.imul(x ^ (x >>> 7), x | 61);
    return ((x ^ (x >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** An array of numbers in [-1, 1]. */
export const randomArray = (next: () => number, shape: readonly number[]): NdArray => ({
  shape,
  data: Float64Array.from({ length: sizeOf(shape) }, () => 2 * next() - 1),
});
