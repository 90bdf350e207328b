import { type ArrayInput, type NdArray, sizeOf } from '../array.ts';
import { type Axis, axesOf } from '../define/axes.ts';
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
 * @throws {NonFiniteError} if an entry is NaN or infinite, or there is none
 * @example
 * toNested(mean([[1, 2], [3, 4]], 0)) //=> [2, 3]
 */
export function mean(A: ArrayInput, axis?: Axis): NdArray {
  const X = toValue('mean', A, 0);
  const count = sizeOf(axesOf('mean', X, axis).map((a) => X.shape[a]));
  return scale(1 / count, sum(X, axis));
}
