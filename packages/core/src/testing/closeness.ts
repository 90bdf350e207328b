import type { NdArray } from '../array.ts';

/** Frobenius norm of all entries together, scaled so that squares neither over- nor underflow. */
export function norm(...arrays: readonly NdArray[]): number {
  let largest = 0;
  for (const { data } of arrays) for (const x of data) largest = Math.max(largest, Math.abs(x));
  if (largest === 0 || !Number.isFinite(largest)) return largest;
  let sum = 0;
  for (const { data } of arrays) for (const x of data) sum += (x / largest) ** 2;
  return largest * Math.sqrt(sum);
}

/** a·A + b·B + ..., entry by entry. */
export function combine(...terms: readonly (readonly [number, NdArray])[]): NdArray {
  const [[, { shape, data }]] = terms as [[number, NdArray]];
  return { shape, data: data.map((_, i) => terms.reduce((sum, [c, A]) => sum + c * A.data[i], 0)) };
}

/** ‖A-B‖ over all arrays of two lists. */
export const distance = (A: readonly NdArray[], B: readonly NdArray[]): number =>
  norm(...A.map((a, i) => combine([1, a], [-1, B[i]])));

/** ⟨A, B⟩ over all arrays of two lists. */
export const dot = (A: readonly NdArray[], B: readonly NdArray[]): number =>
  A.reduce((sum, { data }, i) => sum + data.reduce((s, a, j) => s + a * B[i].data[j], 0), 0);
