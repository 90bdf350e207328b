import type { ArrayInput, NdArray } from '../array.ts';
import { erfc } from './erfGamma.ts';
import { hadamard } from './hadamard.ts';

/**
 * Distribution function of the standard normal distribution, entry by entry, accurate in its lower tail.
 *
 * @param X array of any shape
 * @returns Y of the same shape, with Y_ij = ½ erfc(-X_ij/√2)
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(normalCdf([0, -10])) //=> [0.5, 7.619853024160583e-24]
 */
export const normalCdf = (X: ArrayInput): NdArray => hadamard(0.5, erfc(hadamard(-Math.SQRT1_2, X)));
