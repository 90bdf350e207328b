import { primal } from '../algebra.ts';
import type { ArrayInput, NdArray } from '../array.ts';
import { broadcastIndex } from '../array.ts';
import { type Axis, axesOf, largestAlong } from '../define/axes.ts';
import { toValue } from '../define/prepare.ts';
import { DomainError } from '../errors.ts';
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
export function max(A: ArrayInput, axis?: Axis): NdArray {
  const X = toValue('max', A, 0);
  const axes = axesOf('max', X, axis);
  const numbers = primal(X);
  if (numbers === undefined || axes.some((a) => X.shape[a] === 0))
    throw new DomainError('max', 'expected numbers to choose from, got none');
  const { shape, data } = numbers;
  const largest = largestAlong(numbers, axes);
  const to = broadcastIndex(largest.shape, shape);
  const ties = new Float64Array(largest.data.length);
  for (let i = 0; i < data.length; i++) if (data[i] === largest.data[to[i]]) ties[to[i]] += 1;
  const share = data.map((x, i) => (x === largest.data[to[i]] ? 1 / ties[to[i]] : 0));
  return sum(hadamard(X, { shape, data: share }), axis);
}
