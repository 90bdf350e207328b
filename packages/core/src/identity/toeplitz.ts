import type { ArrayInput, NdArray } from '../array.ts';
import { fromVectors } from './fromVectors.ts';

/**
 * Toeplitz matrix: constant along its diagonals.
 *
 * @param c first column, a vector of m entries; leading axes are a stack
 * @param r first row, a vector of n entries, whose first is not read; c where left out
 * @returns Y m×n, with Y_ij = c_{i-j} on and below the diagonal, r_{j-i} above
 * @throws {ShapeError} if c or r is a scalar
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(toeplitz([1, 2, 3], [1, 4])) //=> [[1, 4], [2, 1], [3, 2]]
 */
export function toeplitz(c: ArrayInput, r: ArrayInput = c): NdArray {
  return fromVectors(
    'toeplitz',
    [c, r],
    (m, n) => [m, n],
    (i, j, m) => (i >= j ? i - j : m + j - i),
  );
}
