import type { Value } from '../algebra.ts';
import type { ArrayInput, NdArray } from '../array.ts';
import { eye, zeros } from '../constants.ts';
import { toValue } from '../define/prepare.ts';
import { ShapeError, showShape } from '../errors.ts';
import { block } from './block.ts';
import { concat } from './concat.ts';
import { slice } from './slice.ts';
import { solve } from './solve.ts';
import { transpose } from './transpose.ts';

/**
 * Least squares under linear constraints, by the augmented system of Lagrange's conditions: AᵀA is not formed.
 *
 * @param A m×n matrix
 * @param b vector of m entries
 * @param C p×n matrix of full row rank; A and C together have full column rank
 * @param d vector of p entries
 * @returns x of n entries that minimises ‖A·x - b‖ among those with C·x = d
 * @throws {ShapeError} if the sizes do not fit
 * @throws {SingularMatrixError} if the constraints depend on each other, or do not make x unique
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(constrainedLstsq([[1, 0], [0, 1]], [1, 2], [[1, 1]], [1])) //=> [0, 1]
 */
export function constrainedLstsq(A: ArrayInput, b: ArrayInput, C: ArrayInput, d: ArrayInput): NdArray {
  const op = 'constrainedLstsq';
  const [X, x, Y, y]: Value[] = [A, b, C, d].map((z, i) => toValue(op, z, i));
  const [m, n] = X.shape;
  const p = Y.shape[0];
  const fits =
    X.shape.length === 2 &&
    Y.shape.length === 2 &&
    Y.shape[1] === n &&
    x.shape.length === 1 &&
    y.shape.length === 1;
  if (!(fits && x.shape[0] === m && y.shape[0] === p)) {
    const got = [X, x, Y, y].map(({ shape }) => showShape(shape)).join(', ');
    throw new ShapeError(op, 'matrices m×n and p×n with vectors of m and p entries', got);
  }
  // r = b - A·x and the multipliers z: r + A·x = b, Aᵀ·r + Cᵀ·z = 0, C·x = d.
  const K = block([
    [eye(m), X, zeros(m, p)],
    [transpose(X), zeros(n, n), transpose(Y)],
    [zeros(p, m), Y, zeros(p, p)],
  ]);
  return slice(solve(K, concat([x, zeros(n), y])), m, m + n);
}
