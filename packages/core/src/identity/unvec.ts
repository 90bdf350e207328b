import type { ArrayInput, NdArray } from '../array.ts';
import { shapeOf } from '../define/axes.ts';
import { toValue } from '../define/prepare.ts';
import { requireShape } from '../define/requireShape.ts';
import { ShapeError, showShape } from '../errors.ts';
import { reshape } from './reshape.ts';
import { transpose } from './transpose.ts';

/**
 * Matrix of stacked columns: vec undone.
 *
 * @param x vector of m·n entries
 * @param m number of rows
 * @param n number of columns
 * @returns Y m×n with vec(Y) = x
 * @throws {ShapeError} if x has another number of entries
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(unvec([1, 3, 2, 4], 2, 2)) //=> [[1, 2], [3, 4]]
 */
export function unvec(x: ArrayInput, m: number, n: number): NdArray {
  requireShape('unvec', [m, n]);
  const X = toValue('unvec', x, 0);
  const shape = shapeOf('unvec', X);
  if (shape[shape.length - 1] !== m * n) throw new ShapeError('unvec', `${m * n} entries`, showShape(shape));
  return transpose(reshape(X, [...shape.slice(0, -1), n, m]));
}
