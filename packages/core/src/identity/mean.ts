import { type ArrayInput, type NdArray, sizeOf } from '../array.ts';
import { type Axis, filledAxesOf } from '../define/axes.ts';
import { toValue } from '../define/prepare.ts';
import { scale } from './scale.ts';
import { sum } from './sum.ts';

/**
 * Mean of all entries, or along some axes.
 *
 * @param A array of any shape
 * @param axis the axis or axes to average over, counted from the end where negative; all of them where left out
 * @returns the means, in A's shape without those axes
 * @throws {ShapeError} if A has no such axis
 * @throws {DomainError} if there is nothing to average
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(mean([[1, 2], [3, 4]], 0)) //=> [2, 3]
 */
export function mean(A: ArrayInput, axis?: Axis): NdArray {
  const X = toValue('mean', A, 0);
  const count = sizeOf(filledAxesOf('mean', X, axis).map((a) => X.shape[a]));
  return scale(1 / count, sum(X, axis));
}
