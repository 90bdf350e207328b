import type { Value } from '../algebra.ts';
import { type ArrayInput, type NdArray, sizeOf } from '../array.ts';
import { toValue } from '../define/prepare.ts';
import { DomainError } from '../errors.ts';
import { inv } from './inv.ts';
import { reshape } from './reshape.ts';

/**
 * Inverse of an array as the linear map from its last axes to its first.
 *
 * @param A array whose first axes have together the size of the others
 * @param count how many axes are the first; 2 where left out
 * @returns Y with tensordot(Y, A, count) the identity, its axes in turned order: the others of A, then the first
 * @throws {ShapeError} if the sizes do not fit
 * @throws {SingularMatrixError} if A is singular to working precision as a matrix
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * tensorinv(reshape(eye(6), [2, 3, 6])).shape //=> [6, 2, 3]
 */
export function tensorinv(A: ArrayInput, count = 2): NdArray {
  const X: Value = toValue('tensorinv', A, 0);
  if (!(Number.isInteger(count) && count >= 0 && count <= X.shape.length))
    throw new DomainError('tensorinv', `expected a number of axes, got ${count}`);
  const [first, others] = [X.shape.slice(0, count), X.shape.slice(count)];
  return reshape(inv(reshape(X, [sizeOf(first), sizeOf(others)])), [...others, ...first]);
}
