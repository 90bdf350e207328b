import type { ArrayInput, NdArray } from '../array.ts';
import { maximum } from './maximum.ts';
import { minimum } from './minimum.ts';

/**
 * An array with its entries kept between two bounds; at a bound, the gradient is shared equally with the bound.
 *
 * @param A array of any shape
 * @param low lower bound, a number or an array that broadcasts with A
 * @param high upper bound, which wins where it is the smaller one
 * @returns Y with Y_ij = min(max(A_ij, low), high)
 * @throws {ShapeError} if the shapes do not broadcast
 * @throws {DomainError} if an argument is a symbol
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(clip([-2, 0.5, 2], -1, 1)) //=> [-1, 0.5, 1]
 */
export const clip = (A: ArrayInput, low: ArrayInput, high: ArrayInput): NdArray =>
  minimum(maximum(A, low), high);
