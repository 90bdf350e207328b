import type { Value } from '../algebra.ts';
import type { ArrayInput, NdArray } from '../array.ts';
import { ones } from '../constants.ts';
import { toValue } from '../define/prepare.ts';
import { DomainError, ShapeError } from '../errors.ts';
import { broadcastTo } from './broadcastTo.ts';
import { concat } from './concat.ts';
import { cumprod } from './cumprod.ts';
import { reshape } from './reshape.ts';

/**
 * Vandermonde matrix: powers of the entries of a vector, ascending; its derivatives are right at 0.
 *
 * @param x vector of m entries; leading axes are a stack
 * @param n number of columns; m where left out
 * @returns Y m×n, with Y_ij = x_i^j for j = 0, …, n-1
 * @throws {ShapeError} if x is a scalar
 * @throws {DomainError} if n is no whole number
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(vandermonde([1, 2, 3])) //=> [[1, 1, 1], [1, 2, 4], [1, 3, 9]]
 */
export function vandermonde(x: ArrayInput, n?: number): NdArray {
  const X: Value = toValue('vandermonde', x, 0);
  const m = X.shape[X.shape.length - 1];
  if (m === undefined) throw new ShapeError('vandermonde', 'a vector', 'scalar');
  const columns = n ?? m;
  if (!(Number.isInteger(columns) && columns >= 0))
    throw new DomainError('vandermonde', `expected a number of columns, got ${n}`);
  if (columns === 0) return ones(...X.shape, 0);
  const copies = broadcastTo(reshape(X, [...X.shape, 1]), [...X.shape, columns - 1]);
  return cumprod(concat([ones(...X.shape, 1), copies], -1));
}
