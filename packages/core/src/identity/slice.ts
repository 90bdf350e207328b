import type { ArrayInput, NdArray } from '../array.ts';
import { axesOf } from '../define/axes.ts';
import { toValue } from '../define/prepare.ts';
import { ShapeError, showShape } from '../errors.ts';
import { range, rearrange } from './rearrange.ts';

/**
 * Entries from start up to end along one axis.
 *
 * @param A array of any shape but a scalar
 * @param start index of the first entry taken
 * @param end index after the last
 * @param axis the axis, counted from the end where negative; the first where left out
 * @returns Y = A[start:end] along that axis
 * @throws {ShapeError} if there is no such axis or 0 ≤ start ≤ end ≤ size does not hold
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(slice([[1, 2, 3], [4, 5, 6]], 1, 3, -1)) //=> [[2, 3], [5, 6]]
 */
export function slice(A: ArrayInput, start: number, end: number, axis = 0): NdArray {
  const X = toValue('slice', A, 0);
  const [along] = axesOf('slice', X, axis);
  const inside = [start, end].every(Number.isInteger) && 0 <= start && start <= end && end <= X.shape[along];
  if (!inside) throw new ShapeError('slice', `a range of ${showShape(X.shape)}`, `${start}:${end}`);
  return rearrange(X, along, range(start, end));
}
