import { unshaped } from '../algebra.ts';
import type { ArrayInput, NdArray } from '../array.ts';
import { type Axis, axesOf, dropped, kept } from '../define/axes.ts';
import { toValue } from '../define/prepare.ts';
import { inner } from './inner.ts';
import { reshape } from './reshape.ts';
import { sumTo } from './sumTo.ts';

/**
 * Sum of all entries, or along some axes.
 *
 * @param A array of any shape
 * @param axis the axis or axes to sum over, counted from the end where negative; all of them where left out
 * @returns the sums, in A's shape without those axes
 * @throws {ShapeError} if A has no such axis
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(sum([[1, 2], [3, 4]])) //=> 10
 * toNested(sum([[1, 2], [3, 4]], 0)) //=> [4, 6]
 */
export function sum(A: ArrayInput, axis?: Axis): NdArray {
  const X = toValue('sum', A, 0);
  // A symbol stands for an array of any shape.
  if (X.shape === unshaped && axis === undefined) return inner(1, X);
  const axes = axesOf('sum', X, axis);
  return reshape(sumTo(X, kept(X.shape, axes)), dropped(X.shape, axes));
}
