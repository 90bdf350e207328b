import type { Value } from '../algebra.ts';
import type { ArrayInput, NdArray } from '../array.ts';
import { eye } from '../constants.ts';
import { toValue } from '../define/prepare.ts';
import { ShapeError, showShape } from '../errors.ts';
import { add } from './add.ts';
import { solve } from './solve.ts';
import { sub } from './sub.ts';

/**
 * Cayley's transform of a square matrix: orthogonal where A is skew-symmetric.
 *
 * @param A n×n matrix without the eigenvalue 1
 * @returns Y = (I - A)⁻¹·(I + A), n×n
 * @throws {ShapeError} if A is not square
 * @throws {SingularMatrixError} if I - A is singular to working precision
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(cayley([[0, 1], [-1, 0]])) //=> [[0, 1], [-1, 0]]
 */
export function cayley(A: ArrayInput): NdArray {
  const X: Value = toValue('cayley', A, 0);
  const [n, m] = X.shape.slice(-2);
  if (X.shape.length < 2 || n !== m)
    throw new ShapeError('cayley', 'a square matrix (n,n)', showShape(X.shape));
  const I = eye(n);
  return solve(sub(I, X), add(I, X));
}
