import { primal, type Value } from '../algebra.ts';
import type { ArrayInput, NdArray } from '../array.ts';
import { broadcastIndex } from '../array.ts';
import { type Axis, filledAxesOf, largestAlong } from '../define/axes.ts';
import { toValue } from '../define/prepare.ts';
import { hadamard } from './hadamard.ts';
import { sum } from './sum.ts';

/**
 * Largest of all entries, or along some axes; those that tie share the gradient equally.
 *
 * @param A array of any shape
 * @param axis the axis or axes to go along, counted from the end where negative; all of them where left out
 * @returns the largest entries, in A's shape without those axes
 * @throws {ShapeError} if A has no such axis
 * @throws {DomainError} if there is nothing to choose from
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(max([[1, 5], [3, 4]], 0)) //=> [3, 5]
 * toNested(grad((x) => max(x))([2, 1, 2])) //=> [0.5, 0, 0.5]
 */
export const max = (A: ArrayInput, axis?: Axis): NdArray => largest('max', toValue('max', A, 0), axis);

/** max for the function `op`, which errors name. */
export function largest(op: string, X: Value, axis?: Axis): NdArray {
  const axes = filledAxesOf(op, X, axis);
  const { shape, data } = primal(X) as NdArray;
  const top = largestAlong({ shape, data }, axes);
  const to = broadcastIndex(top.shape, shape);
  const ties = new Float64Array(top.data.length);
  for (let i = 0; i < data.length; i++) if (data[i] === top.data[to[i]]) ties[to[i]] += 1;
  const share = data.map((x, i) => (x === top.data[to[i]] ? 1 / ties[to[i]] : 0));
  return sum(hadamard(X, { shape, data: share }), axis);
}
