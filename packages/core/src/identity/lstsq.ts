import type { ArrayInput, NdArray } from '../array.ts';
import { requireColumnRank } from './columnRank.ts';
import { matmul } from './matmul.ts';
import { toValue } from './prepare.ts';
import { qr } from './qr.ts';
import { reshape } from './reshape.ts';
import { solveTriangular } from './solveTriangular.ts';
import { solveTriangularTransposed } from './solveTriangularTransposed.ts';
import { transpose } from './transpose.ts';

/**
 * Least-squares solution of A·X ≈ B for A of full rank, by QR; of least norm where A is wide.
 *
 * @param A m×n matrix of full rank; `matmul(pinv(A), B)` takes any rank
 * @param B m×k matrix of right-hand sides, or a vector of m entries
 * @returns X n×k (or n) that minimises ‖A·X - B‖, and ‖X‖ among those that do
 * @throws {ShapeError} if the numbers of rows differ
 * @throws {SingularMatrixError} if A is rank deficient to working precision
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(lstsq([[1], [1]], [1, 3])) //=> [2]
 */
export function lstsq(A: ArrayInput, B: ArrayInput): NdArray {
  const X = toValue('lstsq', A, 0);
  const Y = toValue('lstsq', B, 1);
  if (Y.shape.length === 1) {
    const column = lstsq(X, reshape(Y, [...Y.shape, 1]));
    return reshape(column, column.shape.slice(0, -1));
  }
  const [m, n] = X.shape.slice(-2);
  const tall = m >= n;
  const [Q, R] = qr(tall ? X : transpose(X));
  requireColumnRank('lstsq', R, tall ? m : n);
  return tall
    ? solveTriangularTransposed(transpose(R), matmul(transpose(Q), Y))
    : matmul(Q, solveTriangular(transpose(R), Y));
}
