import type { ArrayInput, NdArray } from '../array.ts';
import { reciprocalOrZero } from '../define/functions.ts';
import { frobeniusNorm } from './frobeniusNorm.ts';
import { map } from './map.ts';
import { scale } from './scale.ts';

/**
 * An array divided by its norm, safe at every scale.
 *
 * @param A m×n matrix, or a vector
 * @returns Y = A/‖A‖; 0 at A = 0 by convention
 * @throws {ShapeError} if A is a scalar
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(normalize([3, 4])) //=> [0.6, 0.8]
 */
export const normalize = (A: ArrayInput): NdArray => scale(map(frobeniusNorm(A), reciprocalOrZero), A);
