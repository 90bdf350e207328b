import type { ArrayInput, NdArray } from '../array.ts';
import type { Axis } from '../define/axes.ts';
import { square } from './powers.ts';
import { sum } from './sum.ts';

/**
 * Sum of the squares of all entries, or along some axes: smooth everywhere, unlike the square of a norm.
 *
 * @param A array of any shape
 * @param axis the axis or axes to sum over, counted from the end where negative; all of them where left out
 * @returns y = Σ A_i², in A's shape without those axes; its gradient is 2A
 * @throws {ShapeError} if A has no such axis
 * @throws {DomainError} if a square overflows
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(sumsq([[1, 2], [3, 4]])) //=> 30
 */
export const sumsq = (A: ArrayInput, axis?: Axis): NdArray => sum(square(A), axis);
