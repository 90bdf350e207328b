import type { ArrayInput, NdArray } from '../array.ts';
import { reciprocal } from './elementwise.ts';
import { hadamard } from './hadamard.ts';

/**
 * Quotient of two arrays, entry by entry.
 *
 * @param A array of any shape
 * @param B array without zeros whose shape broadcasts with A's as NumPy's do
 * @returns Y with Y_ij = A_ij / B_ij, in the broadcast shape
 * @throws {ShapeError} if the shapes do not broadcast
 * @throws {DomainError} if an entry of B is 0
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(divide([1, 6], 2)) //=> [0.5, 3]
 */
export const divide = (A: ArrayInput, B: ArrayInput): NdArray => hadamard(A, reciprocal(B));
