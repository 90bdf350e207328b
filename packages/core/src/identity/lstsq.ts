import { primal, type Value } from '../algebra.ts';
import type { ArrayInput, NdArray } from '../array.ts';
import { dependentColumn } from '../define/columnRank.ts';
import { toValue } from '../define/prepare.ts';
import { matmul } from './matmul.ts';
import { pinv } from './pinv.ts';
import { qr } from './qr.ts';
import { reshape } from './reshape.ts';
import { solveTriangular } from './solveTriangular.ts';
import { solveTriangularTransposed } from './solveTriangularTransposed.ts';
import { transpose } from './transpose.ts';

/**
 * Least-squares solution of A·X ≈ B, of least norm where there are many: by QR for A of full rank, by the pseudo-inverse for
 * any other. Derivatives keep the rank of A, as those of pinv do.
 *
 * @param A m×n matrix, of any rank
 * @param B m×k matrix of right-hand sides, or a vector of m entries
 * @returns X n×k (or n) that minimises ‖A·X - B‖, and ‖X‖ among those that do: X = A⁺·B
 * @throws {ShapeError} if the numbers of rows differ
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(lstsq([[1], [1]], [1, 3])) //=> [2]
 * toNested(lstsq([[1, 1], [1, 1]], [1, 3])) //=> [1, 1]
 */
export function lstsq(A: ArrayInput, B: ArrayInput): NdArray {
  const X = toValue('lstsq', A, 0);
  const Y = toValue('lstsq', B, 1);
  const plain = primal(X);
  // What has no shape may be wide or tall.
  if (!plain) return matmul(pinv(X), Y);
  if (Y.shape.length === 1) {
    const column = lstsq(X, reshape(Y, [...Y.shape, 1]));
    return reshape(column, column.shape.slice(0, -1));
  }
  const [m, n] = X.shape.slice(-2);
  const tall = m >= n;
  const length = tall ? m : n;
  const factor = (Z: Value) => qr(tall ? Z : transpose(Z));
  const factored = factor(plain);
  // What is left of a dependent column is rounding, which must not count as rank.
  if (dependentColumn(factored[1], length)) return matmul(pinv(X, length * 2 ** -50), Y);
  const [Q, R] = plain === X ? factored : factor(X);
  return tall
    ? solveTriangularTransposed(transpose(R), matmul(transpose(Q), Y))
    : matmul(Q, solveTriangular(transpose(R), Y));
}
