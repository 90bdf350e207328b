import type { Value } from '../algebra.ts';
import type { ArrayInput, NdArray } from '../array.ts';
import { toValue } from '../define/prepare.ts';
import { divide } from './divide.ts';
import { inner } from './inner.ts';
import { quadraticForm } from './quadraticForm.ts';
import { sumsq } from './sumsq.ts';

/**
 * Rayleigh quotient of a square matrix, generalised where there are two; for symmetric A (and positive definite B) stationary at the
 * eigenvectors of A·x = λ·B·x, with their eigenvalues.
 *
 * @param x vector of n entries, not 0
 * @param A n×n matrix
 * @param B n×n matrix; I where left out
 * @returns y = xᵀ·A·x / xᵀ·B·x, a scalar
 * @throws {ShapeError} if a matrix is not square or x has another number of entries
 * @throws {DomainError} if xᵀ·B·x is 0
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(rayleighQuotient([1, 1], [[2, 0], [0, 4]])) //=> 3
 * toNested(rayleighQuotient([1, 1], [[2, 0], [0, 4]], [[1, 0], [0, 2]])) //=> 2
 */
export function rayleighQuotient(x: ArrayInput, A: ArrayInput, B?: ArrayInput): NdArray;
export function rayleighQuotient(x: ArrayInput, A: ArrayInput): NdArray;
export function rayleighQuotient(x: ArrayInput, A: ArrayInput, B?: ArrayInput): NdArray {
  const X: Value = toValue('rayleighQuotient', x, 0);
  // inner would take a stack of vectors for one matrix.
  const square = X.shape.length > 1 ? sumsq(X, -1) : inner(X, X);
  return divide(quadraticForm(X, A), B === undefined ? square : quadraticForm(X, B));
}
