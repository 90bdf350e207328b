import type { Value } from '../algebra.ts';
import { type ArrayInput, type NdArray, sizeOf } from '../array.ts';
import { toValue } from '../define/prepare.ts';
import { reshape } from './reshape.ts';
import { solve } from './solve.ts';

/**
 * Solution X of the tensor equation Σ A[i…, j…]·X[j…] = B[i…], the first axes of A being those of B.
 *
 * @param A array whose shape is that of B followed by that of X, of equal sizes
 * @param B array of right-hand sides
 * @returns X with tensordot(A, X, number of its axes) = B
 * @throws {ShapeError} if the sizes do not fit
 * @throws {SingularMatrixError} if A is singular to working precision as a matrix
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(tensorsolve([[[2, 0]], [[0, 4]]], [[2], [8]])) //=> [1, 2]
 */
export function tensorsolve(A: ArrayInput, B: ArrayInput): NdArray {
  const [X, Y]: Value[] = [toValue('tensorsolve', A, 0), toValue('tensorsolve', B, 1)];
  const own = X.shape.slice(Y.shape.length);
  const M = reshape(X, [sizeOf(X.shape.slice(0, Y.shape.length)), sizeOf(own)]);
  return reshape(solve(M, reshape(Y, [sizeOf(Y.shape)])), own);
}
