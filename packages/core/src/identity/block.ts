import type { ArrayInput, NdArray } from '../array.ts';
import { DomainError } from '../errors.ts';
import { concat } from './concat.ts';

/**
 * Matrix of blocks.
 *
 * @param rows the rows of blocks: matrices of equal heights in a row, rows of equal widths
 * @returns Y = [A B; C D] from [[A, B], [C, D]]
 * @throws {ShapeError} if the blocks do not fit
 * @throws {DomainError} if what is given is no list
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(block([[[[1]], [[2, 3]]], [[[4]], [[5, 6]]]])) //=> [[1, 2, 3], [4, 5, 6]]
 */
export function block(rows: readonly (readonly ArrayInput[])[]): NdArray {
  if (!Array.isArray(rows)) throw new DomainError('block', 'expected a list of lists of arrays');
  return concat(
    rows.map((row) => concat(row, -1)),
    -2,
  );
}
