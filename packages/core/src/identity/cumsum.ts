import type { ArrayInput, NdArray } from '../array.ts';
import { axesOf } from '../define/axes.ts';
import { toValue } from '../define/prepare.ts';
import { add } from './add.ts';
import { range, rearrange } from './rearrange.ts';

/**
 * Sums of the entries so far along one axis, in n log n steps that keep rounding low.
 *
 * @param A array of any shape but a scalar
 * @param axis the axis, counted from the end where negative; the last where left out
 * @returns Y of A's shape, with Y_i = Σ_{j≤i} A_j
 * @throws {ShapeError} if A has no such axis
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(cumsum([1, 2, 3])) //=> [1, 3, 6]
 */
export function cumsum(A: ArrayInput, axis = -1): NdArray {
  let Y: NdArray = toValue('cumsum', A, 0);
  const [along] = axesOf('cumsum', Y, axis);
  const n = Y.shape[along];
  for (let k = 1; k < n; k *= 2)
    Y = add(
      Y,
      rearrange(
        Y,
        along,
        range(-k, n - k).map((i) => Math.max(i, -1)),
      ),
    );
  return Y;
}
