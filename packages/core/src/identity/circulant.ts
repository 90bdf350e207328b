import type { ArrayInput, NdArray } from '../array.ts';
import { fromVectors } from './fromVectors.ts';

/**
 * Circulant matrix: each column is the one before it, turned down by one.
 *
 * @param c first column, a vector of n entries; leading axes are a stack
 * @returns Y n×n, with Y_ij = c_{(i-j) mod n}
 * @throws {ShapeError} if c is a scalar
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(circulant([1, 2, 3])) //=> [[1, 3, 2], [2, 1, 3], [3, 2, 1]]
 */
export const circulant = (c: ArrayInput): NdArray =>
  fromVectors(
    'circulant',
    [c],
    (n) => [n, n],
    (i, j, n) => (i - j + n) % n,
  );
