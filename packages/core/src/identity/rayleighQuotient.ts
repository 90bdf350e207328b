import type { ArrayInput, NdArray } from '../array.ts';
import { divide } from './divide.ts';
import { inner } from './inner.ts';
import { quadraticForm } from './quadraticForm.ts';

/**
 * Rayleigh quotient of a square matrix; for a symmetric one stationary at its eigenvectors, with their eigenvalues.
 *
 * @param x vector of n entries, not 0
 * @param A n×n matrix
 * @returns y = xᵀ·A·x / xᵀ·x, a scalar
 * @throws {ShapeError} if A is not square or x has another number of entries
 * @throws {DomainError} if x is 0
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(rayleighQuotient([1, 1], [[2, 0], [0, 4]])) //=> 3
 */
export const rayleighQuotient = (x: ArrayInput, A: ArrayInput): NdArray =>
  divide(quadraticForm(x, A), inner(x, x));
