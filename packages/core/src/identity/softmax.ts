import type { ArrayInput, NdArray } from '../array.ts';
import { type Axis, filledAxesOf, kept } from '../define/axes.ts';
import { toValue } from '../define/prepare.ts';
import { add } from './add.ts';
import { exp } from './exponential.ts';
import { hadamard } from './hadamard.ts';
import { reciprocal } from './powers.ts';
import { shifted } from './shifted.ts';
import { sumTo } from './sumTo.ts';

/**
 * Exponentials scaled to the sum 1, without overflow.
 *
 * @param A array of any shape but a scalar
 * @param axis the axis (or axes) along which the sum is 1, the last where left out
 * @returns Y of A's shape, with Y_i = exp(A_i) / Σ exp(A_j)
 * @throws {ShapeError} if A has no such axis
 * @throws {DomainError} if there is nothing to sum
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(softmax([0, Math.log(3)])) //=> [0.25, 0.75]
 */
export function softmax(A: ArrayInput, axis: Axis = -1): NdArray {
  const X = toValue('softmax', A, 0);
  const axes = filledAxesOf('softmax', X, axis);
  const { rest, others } = shifted(X, axes);
  const E = exp(rest);
  return hadamard(E, reciprocal(add(1, sumTo(hadamard(others, E), kept(X.shape, axes)))));
}
