import type { ArrayInput, NdArray } from '../array.ts';
import { abs } from './piecewise.ts';
import { sum } from './sum.ts';

/**
 * Sum of the absolute values of all entries: the 1-norm of a vector, entry by entry of a matrix (not its operator norm).
 *
 * @param A array of any shape
 * @returns y = Σ |A_i|, a scalar; its derivative in an entry that is 0 is 0 by convention
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(norm1([[1, -2], [3, 0]])) //=> 6
 */
export const norm1 = (A: ArrayInput): NdArray => sum(abs(A));
