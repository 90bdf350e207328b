import type { Value } from '../algebra.ts';
import type { ArrayInput, NdArray } from '../array.ts';
import { toValue } from '../define/prepare.ts';
import { ShapeError, showShape } from '../errors.ts';
import { concat } from './concat.ts';
import { range, rearrange } from './rearrange.ts';

/**
 * Block diagonal matrix.
 *
 * @param blocks matrices, at least one; leading axes are a stack, the same for all
 * @returns Y with the blocks along its diagonal and zeros elsewhere
 * @throws {ShapeError} if a block is no matrix, the stacks differ or there is no block
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(blockDiag([[1, 2]], [[3], [4]])) //=> [[1, 2, 0], [0, 0, 3], [0, 0, 4]]
 */
export function blockDiag(...blocks: readonly ArrayInput[]): NdArray {
  const values: Value[] = blocks.map((A, i) => toValue('blockDiag', A, i));
  for (const { shape } of values)
    if (shape.length < 2) throw new ShapeError('blockDiag', 'matrices', showShape(shape));
  const widths = values.map(({ shape }) => shape[shape.length - 1]);
  const total = widths.reduce((sum, n) => sum + n, 0);
  let start = 0;
  const rows = values.map((A, i) => {
    const before = start;
    start += widths[i];
    return rearrange(
      A,
      A.shape.length - 1,
      range(-before, total - before).map((j) => (j < widths[i] ? Math.max(j, -1) : -1)),
    );
  });
  return concat(rows, -2);
}
