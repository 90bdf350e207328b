import type { Value } from '../algebra.ts';
import type { ArrayInput, NdArray } from '../array.ts';
import { eye } from '../constants.ts';
import { toValue } from '../define/prepare.ts';
import { choleskySolve } from './choleskySolve.ts';
import { sym } from './sym.ts';

/**
 * Inverse of L·Lᵀ by a Cholesky factor that is there already; what stands above the diagonal of L is never read.
 *
 * @param L n×n matrix whose lower triangle counts, with a nonzero diagonal
 * @returns Y n×n symmetric, with tril(L)·tril(L)ᵀ·Y = I
 * @throws {ShapeError} if L is not square
 * @throws {SingularMatrixError} if a diagonal entry is zero
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(choleskyInverse([[2, 0], [0, 1]])) //=> [[0.25, 0], [0, 1]]
 */
export function choleskyInverse(L: ArrayInput): NdArray {
  const X: Value = toValue('choleskyInverse', L, 0);
  return sym(choleskySolve(X, eye(X.shape[X.shape.length - 1] ?? 1)));
}
