import { type ArrayInput, type NdArray, sizeOf } from '../array.ts';
import { axesOf, dropped, shapeOf } from '../define/axes.ts';
import { toValue } from '../define/prepare.ts';
import { add } from './add.ts';
import { hadamard } from './hadamard.ts';
import { range, rearrange } from './rearrange.ts';
import { reshape } from './reshape.ts';

/**
 * Product of all entries, or along one axis; its derivatives are right where entries are zero.
 *
 * @param A array of any shape
 * @param axis the axis to multiply along, counted from the end where negative; all of them where left out
 * @returns y = Π A_i, in A's shape without that axis
 * @throws {ShapeError} if A has no such axis
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(prod([2, 3, 4])) //=> 24
 * toNested(grad((x) => prod(x))([0, 3, 4])) //=> [12, 0, 0]
 */
export function prod(A: ArrayInput, axis?: number): NdArray {
  const X = toValue('prod', A, 0);
  if (axis === undefined) return prod(reshape(X, [sizeOf(shapeOf('prod', X))]), 0);
  const [along] = axesOf('prod', X, axis);
  // Halves times halves: no entry is divided by. What is missing is 1.
  let Y: NdArray = X;
  for (let n = X.shape[along]; n !== 1; n = Y.shape[along]) {
    const half = Math.max(1, Math.ceil(n / 2));
    const factor = (start: number) => {
      const from = range(start, start + half).map((i) => (i < n ? i : -1));
      const ones = Float64Array.from(from, (i) => (i < 0 ? 1 : 0));
      const column = [half, ...Y.shape.slice(along + 1).map(() => 1)];
      return add(rearrange(Y, along, from), { shape: column, data: ones });
    };
    Y = hadamard(factor(0), factor(half));
  }
  return reshape(Y, dropped(Y.shape, [along]));
}
