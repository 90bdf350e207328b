import type { Value } from '../algebra.ts';
import type { ArrayInput, NdArray } from '../array.ts';
import { eye } from '../constants.ts';
import { toValue } from '../define/prepare.ts';
import { add } from './add.ts';
import { concat } from './concat.ts';
import { divide } from './divide.ts';
import { matmul } from './matmul.ts';
import { reshape } from './reshape.ts';
import { slice } from './slice.ts';
import { solve } from './solve.ts';
import { sub } from './sub.ts';

/**
 * Solution of (A + U·C·V)·X = B by Woodbury's identity: one system with A, one of the size of C. It pays where A is diagonal, or its
 * solutions are at hand anyway, and U has few columns; where A is much worse conditioned than the sum, it loses what `solve` keeps.
 *
 * @param A n×n matrix, nonsingular; or the vector of n entries of a diagonal one
 * @param U n×k matrix
 * @param C k×k matrix, of any rank
 * @param V k×n matrix
 * @param B n×m matrix of right-hand sides, or a vector of n entries
 * @returns X in B's shape, A⁻¹B - A⁻¹U·(I + C·V·A⁻¹U)⁻¹·C·V·A⁻¹B
 * @throws {ShapeError} if the sizes do not fit
 * @throws {SingularMatrixError} if A or the sum is singular to working precision
 * @throws {DomainError} if A is a vector with a zero
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(woodbury([1, 2], [[1], [0]], [[1]], [[1, 0]], [2, 2])) //=> [1, 1]
 */
export function woodbury(A: ArrayInput, U: ArrayInput, C: ArrayInput, V: ArrayInput, B: ArrayInput): NdArray {
  const [M, W, Y]: Value[] = [A, U, B].map((x, i) => toValue('woodbury', x, [0, 1, 4][i]));
  if (Y.shape.length === 1) {
    const X = woodbury(M, W, C, V, reshape(Y, [...Y.shape, 1]));
    return reshape(X, X.shape.slice(0, -1));
  }
  const over = (X: ArrayInput): NdArray =>
    M.shape.length === 1 ? divide(X, reshape(M, [...M.shape, 1])) : solve(M, X);
  const k = W.shape[W.shape.length - 1];
  const together = W.shape.length === 2 && Y.shape.length === 2;
  const both = together ? over(concat([W, Y], 1)) : undefined;
  const AU = both ? slice(both, 0, k, -1) : over(W);
  const AB = both ? slice(both, k, k + Y.shape[1], -1) : over(Y);
  const CV = matmul(C, V);
  const small = add(eye(k), matmul(CV, AU));
  return sub(AB, matmul(AU, solve(small, matmul(CV, AB))));
}
