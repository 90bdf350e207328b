import type { ArrayInput, NdArray } from '../array.ts';
import type { Axis } from '../define/axes.ts';
import { toValue } from '../define/prepare.ts';
import { largest } from './max.ts';
import { neg } from './neg.ts';

/**
 * Smallest of all entries, or along some axes; those that tie share the gradient equally.
 *
 * @param A array of any shape
 * @param axis the axis or axes to go along, counted from the end where negative; all of them where left out
 * @returns the smallest entries, in A's shape without those axes
 * @throws {ShapeError} if A has no such axis
 * @throws {DomainError} if there is nothing to choose from
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(min([[1, 5], [3, 4]], 0)) //=> [1, 4]
 */
export const min = (A: ArrayInput, axis?: Axis): NdArray =>
  neg(largest('min', neg(toValue('min', A, 0)), axis));
