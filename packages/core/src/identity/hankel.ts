import type { ArrayInput, NdArray } from '../array.ts';
import { fromVectors } from './fromVectors.ts';

/**
 * Hankel matrix: constant along its antidiagonals.
 *
 * @param c first column, a vector of m entries; leading axes are a stack
 * @param r last row, a vector of n entries, whose first is not read
 * @returns Y m×n, with Y_ij = c_{i+j} as far as c goes, then r_{i+j-m+1}
 * @throws {ShapeError} if c or r is a scalar
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(hankel([1, 2, 3], [3, 4])) //=> [[1, 2], [2, 3], [3, 4]]
 */
export function hankel(c: ArrayInput, r: ArrayInput): NdArray {
  return fromVectors(
    'hankel',
    [c, r],
    (m, n) => [m, n],
    (i, j, m) => (i + j < m ? i + j : i + j + 1),
  );
}
