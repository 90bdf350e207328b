import type { ArrayInput, NdArray } from '../array.ts';
import { ShapeError, showShape } from '../errors.ts';
import { toValue } from './prepare.ts';
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
export function sum(A: ArrayInput, axis?: number | readonly number[]): NdArray {
  const X = toValue('sum', A, 0);
  const rank = X.shape.length;
  const axes = (axis === undefined ? X.shape.map((_, i) => i) : [axis].flat()).map((a) => {
    if (!Number.isInteger(a) || a < -rank || a >= rank)
      throw new ShapeError('sum', `an axis ${a}`, showShape(X.shape));
    return a < 0 ? a + rank : a;
  });
  const kept = sumTo(
    X,
    X.shape.map((d, i) => (axes.includes(i) ? 1 : d)),
  );
  return reshape(
    kept,
    X.shape.filter((_, i) => !axes.includes(i)),
  );
}
