import type { ArrayInput, NdArray } from '../array.ts';
import { max } from './max.ts';
import { abs } from './piecewise.ts';

/**
 * Largest absolute value of all entries: the ∞-norm of a vector, entry by entry of a matrix (not its operator norm).
 *
 * @param A array of any shape
 * @returns y = max |A_i|, a scalar; entries that tie share the gradient equally
 * @throws {DomainError} if there is no entry
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(normInf([[1, -2], [3, 0]])) //=> 3
 */
export const normInf = (A: ArrayInput): NdArray => max(abs(A));
