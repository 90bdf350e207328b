import type { ArrayInput, NdArray } from '../array.ts';
import { inner } from './inner.ts';
import { normalize } from './normalize.ts';

/**
 * Cosine of the angle between two vectors or matrices.
 *
 * @param a vector, or matrix
 * @param b of the same shape
 * @returns y = ⟨a, b⟩ / (‖a‖·‖b‖), a scalar; 0 where one of them is 0
 * @throws {ShapeError} if the shapes differ
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(cosineSimilarity([1, 0], [3, 4])) //=> 0.6
 */
export const cosineSimilarity = (a: ArrayInput, b: ArrayInput): NdArray => inner(normalize(a), normalize(b));
