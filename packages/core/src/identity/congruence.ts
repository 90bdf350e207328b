import type { ArrayInput, NdArray } from '../array.ts';
import { matmul } from './matmul.ts';
import { transpose } from './transpose.ts';

/**
 * Congruence of a square matrix: what a covariance becomes under a linear map.
 *
 * @param A m×n matrix
 * @param S n×n matrix
 * @returns Y = A·S·Aᵀ, m×m
 * @throws {ShapeError} if the sizes do not fit
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(congruence([[1, 1]], [[2, 0], [0, 3]])) //=> [[5]]
 */
export const congruence = (A: ArrayInput, S: ArrayInput): NdArray => matmul(matmul(A, S), transpose(A));
