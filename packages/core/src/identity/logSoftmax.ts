import type { ArrayInput, NdArray } from '../array.ts';
import { type Axis, filledAxesOf, kept } from '../define/axes.ts';
import { toValue } from '../define/prepare.ts';
import { exp, log1p } from './exponential.ts';
import { hadamard } from './hadamard.ts';
import { shifted } from './shifted.ts';
import { sub } from './sub.ts';
import { sumTo } from './sumTo.ts';

/**
 * Logarithm of softmax, without overflow and without logarithms of zero.
 *
 * @param A array of any shape but a scalar
 * @param axis the axis (or axes) along which the exponentials sum to 1, the last where left out
 * @returns Y of A's shape, with Y_i = A_i - log Σ exp(A_j)
 * @throws {ShapeError} if A has no such axis
 * @throws {DomainError} if there is nothing to sum
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(logSoftmax([0, 1000])) //=> [-1000, 0]
 */
export function logSoftmax(A: ArrayInput, axis: Axis = -1): NdArray {
  const X = toValue('logSoftmax', A, 0);
  const axes = filledAxesOf('logSoftmax', X, axis);
  const { rest, others } = shifted(X, axes, false);
  return sub(rest, log1p(sumTo(hadamard(others, exp(rest)), kept(X.shape, axes))));
}
