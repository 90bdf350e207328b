import { type NdArray, sizeOf } from '../array.ts';

/**
 * A seeded stream of uniform numbers in [0, 1): Mulberry32, so that failures repeat.
 *
 * @param seed an integer; the same seed gives the same stream
 * @returns a function that gives the next number
 * @example
 * uniform(1)() === uniform(1)() //=> true
 */
export function uniform(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let x = Math.imul(state ^ (state >>> 15), state | 1);
    x ^= x + Math.imul(x ^ (x >>> 7), x | 61);
    return ((x ^ (x >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * An array of random numbers in [-1, 1).
 *
 * @param next a stream of numbers in [0, 1), as {@link uniform} makes them
 * @param shape its shape
 * @returns the array
 * @example
 * randomArray(uniform(1), [2, 3]).shape //=> [2, 3]
 */
export const randomArray = (next: () => number, shape: readonly number[]): NdArray => ({
  shape,
  data: Float64Array.from({ length: sizeOf(shape) }, () => 2 * next() - 1),
});
