import type { ArrayInput, NdArray } from '../array.ts';
import { matmul } from './matmul.ts';
import { transpose } from './transpose.ts';

/**
 * Gram matrix of the columns of a matrix.
 *
 * @param A m×n matrix
 * @returns Y = Aᵀ·A, n×n
 * @throws {ShapeError} if A is no matrix
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(gram([[1, 2], [0, 1]])) //=> [[1, 2], [2, 5]]
 */
export const gram = (A: ArrayInput): NdArray => matmul(transpose(A), A);
