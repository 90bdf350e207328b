import type { ArrayInput, NdArray } from '../array.ts';
import { transpose } from './transpose.ts';
import { unvec } from './unvec.ts';
import { vec } from './vec.ts';

/**
 * The commutation matrix K_mn applied to a vector, never formed: the stacked columns of the transpose.
 *
 * @param x vector of m·n entries, vec of an m×n matrix
 * @param m number of rows
 * @param n number of columns
 * @returns y = K_mn·x, with K_mn·vec(A) = vec(Aᵀ)
 * @throws {ShapeError} if x has another number of entries
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(commute(vec([[1, 2, 3], [4, 5, 6]]), 2, 3)) //=> [1, 2, 3, 4, 5, 6]
 */
export const commute = (x: ArrayInput, m: number, n: number): NdArray => vec(transpose(unvec(x, m, n)));
