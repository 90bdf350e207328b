import type { ArrayInput, NdArray } from '../array.ts';
import { requireColumnRank } from '../define/columnRank.ts';
import { toValue } from '../define/prepare.ts';
import { ShapeError, showShape } from '../errors.ts';
import { diagPart } from './diagPart.ts';
import { log } from './exponential.ts';
import { qr } from './qr.ts';
import { sum } from './sum.ts';

/**
 * Logarithm of the volume that the columns of a matrix span: ½ log det AᵀA, without forming AᵀA.
 *
 * @param A m×n matrix, m ≥ n, of full column rank; a stack gives one number for each member
 * @returns y = Σ log r_ii with A = Q·R
 * @throws {ShapeError} if A is no matrix or wide
 * @throws {SingularMatrixError} if A is rank deficient
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(logVolume([[1, 0], [0, 1], [0, 0]])) //=> 0
 */
export function logVolume(A: ArrayInput): NdArray {
  const X = toValue('logVolume', A, 0);
  const R = qr(X)[1];
  const [m, n] = X.shape.slice(-2);
  if (m < n) throw new ShapeError('logVolume', 'm ≥ n', showShape(X.shape));
  requireColumnRank('logVolume', R, m);
  return sum(log(diagPart(R)), -1);
}
