import type { ArrayInput, NdArray } from '../array.ts';
import { toValue } from '../define/prepare.ts';
import { matmul } from './matmul.ts';
import { reshape } from './reshape.ts';

/**
 * Outer product of two vectors.
 *
 * @param a vector of m entries
 * @param b vector of n entries
 * @returns Y = a·bᵀ, m×n
 * @throws {ShapeError} if a or b is a scalar
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(outer([1, 2], [3, 4])) //=> [[3, 4], [6, 8]]
 */
export function outer(a: ArrayInput, b: ArrayInput): NdArray {
  const [x, y] = [toValue('outer', a, 0), toValue('outer', b, 1)];
  return matmul(reshape(x, [...x.shape, 1]), reshape(y, [...y.shape.slice(0, -1), 1, ...y.shape.slice(-1)]));
}
