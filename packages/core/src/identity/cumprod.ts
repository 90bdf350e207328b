import type { ArrayInput, NdArray } from '../array.ts';
import { axesOf } from '../define/axes.ts';
import { toValue } from '../define/prepare.ts';
import { add } from './add.ts';
import { hadamard } from './hadamard.ts';
import { range, rearrange } from './rearrange.ts';

/**
 * Products of the entries so far along one axis; its derivatives are right where entries are zero.
 *
 * @param A array of any shape but a scalar
 * @param axis the axis, counted from the end where negative; the last where left out
 * @returns Y of A's shape, with Y_i = Π_{j≤i} A_j
 * @throws {ShapeError} if A has no such axis
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(cumprod([1, 2, 3, 4])) //=> [1, 2, 6, 24]
 */
export function cumprod(A: ArrayInput, axis = -1): NdArray {
  let Y: NdArray = toValue('cumprod', A, 0);
  const [along] = axesOf('cumprod', Y, axis);
  const n = Y.shape[along];
  const column = [n, ...Y.shape.slice(along + 1).map(() => 1)];
  for (let k = 1; k < n; k *= 2) {
    const before = range(-k, n - k).map((i) => Math.max(i, -1));
    const ones = { shape: column, data: Float64Array.from(before, (i) => (i < 0 ? 1 : 0)) };
    Y = hadamard(Y, add(rearrange(Y, along, before), ones));
  }
  return Y;
}
