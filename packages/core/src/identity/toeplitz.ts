import type { ArrayInput, NdArray } from '../array.ts';
import { ShapeError, showShape } from '../errors.ts';
import { concat } from './concat.ts';
import { gather } from './gather.ts';
import { toValue } from './prepare.ts';
import { reshape } from './reshape.ts';

/**
 * Toeplitz matrix: constant along its diagonals.
 *
 * @param c first column, a vector of m entries
 * @param r first row, a vector of n entries, whose first is not read; c where left out
 * @returns Y m×n, with Y_ij = c_{i-j} on and below the diagonal, r_{j-i} above
 * @throws {ShapeError} if c or r is no vector
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(toeplitz([1, 2, 3], [1, 4])) //=> [[1, 4], [2, 1], [3, 2]]
 */
export function toeplitz(c: ArrayInput, r: ArrayInput = c): NdArray {
  const [column, row] = [toValue('toeplitz', c, 0), toValue('toeplitz', r, 1)];
  for (const { shape } of [column, row]) {
    if (shape.length !== 1) throw new ShapeError('toeplitz', 'a vector', showShape(shape));
  }
  const [m, n] = [column.shape[0], row.shape[0]];
  return gather(reshape(concat([column, row]), [m + n, 1]), {
    name: 'toeplitz',
    latex: (x) => `\\operatorname{toeplitz}(${x})`,
    shape: () => [m, n],
    index: () =>
      Array.from({ length: m * n }, (_, k) => {
        const [i, j] = [Math.floor(k / n), k % n];
        return i >= j ? i - j : m + j - i;
      }),
  });
}
