import type { ArrayInput, NdArray } from '../array.ts';
import { choose } from './maximum.ts';

/**
 * The smaller of two arrays, entry by entry; entries that tie share the gradient equally. `min` goes along axes of one array.
 *
 * @param A array of any shape
 * @param B array whose shape broadcasts with A's as NumPy's do
 * @returns Y with Y_ij = min(A_ij, B_ij), in the broadcast shape
 * @throws {ShapeError} if the shapes do not broadcast
 * @throws {DomainError} if A or B is a symbol
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(minimum([1, 5], [3, 4])) //=> [1, 4]
 */
export const minimum = (A: ArrayInput, B: ArrayInput): NdArray =>
  choose('minimum', A, B, (a, b) => (a < b ? 1 : a > b ? 0 : 0.5));
