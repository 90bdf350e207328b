import type { Value } from '../algebra.ts';
import type { ArrayInput, NdArray } from '../array.ts';
import { toValue } from '../define/prepare.ts';
import { hadamard } from './hadamard.ts';
import { lstsq } from './lstsq.ts';
import { sqrt } from './powers.ts';
import { reshape } from './reshape.ts';

/**
 * Weighted least squares, by QR of the scaled rows.
 *
 * @param A m×n matrix
 * @param B m×k matrix of right-hand sides, or a vector of m entries
 * @param w weights of the rows, a vector of m positive entries
 * @returns X n×k (or n) that minimises Σ w_i·‖(A·X - B)_i‖²
 * @throws {ShapeError} if the numbers of rows differ
 * @throws {DomainError} if a weight is negative, and from derivatives where one is 0
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(weightedLstsq([[1], [1]], [1, 3], [3, 1])) //=> [1.5]
 */
export function weightedLstsq(A: ArrayInput, B: ArrayInput, w: ArrayInput): NdArray {
  const Y: Value = toValue('weightedLstsq', B, 1);
  const root = sqrt(toValue('weightedLstsq', w, 2));
  const column = reshape(root, [...root.shape, 1]);
  // A vector of its own is one column, for weights may come in stacks.
  const vector = Y.shape.length === 1;
  const X = lstsq(hadamard(column, A), hadamard(column, vector ? reshape(Y, [...Y.shape, 1]) : Y));
  return vector ? reshape(X, X.shape.slice(0, -1)) : X;
}
