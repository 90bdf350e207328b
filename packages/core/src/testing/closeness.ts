import type { NdArray } from '../array.ts';

/**
 * Frobenius norm of all entries together, scaled so that squares neither over- nor underflow.
 *
 * @param arrays arrays of any shapes
 * @returns √Σ a², a number
 * @example
 * frobenius(array([3, 4])) //=> 5
 */
export function frobenius(...arrays: readonly NdArray[]): number {
  let largest = 0;
  for (const { data } of arrays) for (const x of data) largest = Math.max(largest, Math.abs(x));
  if (largest === 0 || !Number.isFinite(largest)) return largest;
  let sum = 0;
  for (const { data } of arrays) for (const x of data) sum += (x / largest) ** 2;
  return largest * Math.sqrt(sum);
}

/**
 * Linear combination of arrays, in plain numbers.
 *
 * @param terms pairs of a number and an array, all of one shape
 * @returns a·A + b·B + ..., in that shape
 * @example
 * combine([2, array([1, 2])], [1, array([0, 1])]) //=> [2, 5]
 */
export function combine(...terms: readonly (readonly [number, NdArray])[]): NdArray {
  const [[, { shape, data }]] = terms as [[number, NdArray]];
  return { shape, data: data.map((_, i) => terms.reduce((sum, [c, A]) => sum + c * A.data[i], 0)) };
}

/**
 * Frobenius distance of two lists of arrays.
 *
 * @param A arrays of any shapes
 * @param B as many, of the same shapes
 * @returns ‖A-B‖, a number
 * @example
 * distance([array([1, 2])], [array([1, 0])]) //=> 2
 */
export const distance = (A: readonly NdArray[], B: readonly NdArray[]): number =>
  frobenius(...A.map((a, i) => combine([1, a], [-1, B[i]])));

/**
 * Inner product of two lists of arrays, in plain numbers.
 *
 * @param A arrays of any shapes
 * @param B as many, of the same shapes
 * @returns Σ ⟨A_i, B_i⟩, a number
 * @example
 * dot([array([1, 2])], [array([3, 4])]) //=> 11
 */
export const dot = (A: readonly NdArray[], B: readonly NdArray[]): number =>
  A.reduce((sum, { data }, i) => sum + data.reduce((s, a, j) => s + a * B[i].data[j], 0), 0);
