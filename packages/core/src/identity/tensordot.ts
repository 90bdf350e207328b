import type { Value } from '../algebra.ts';
import { type ArrayInput, type NdArray, sameShape, sizeOf } from '../array.ts';
import { axesOf } from '../define/axes.ts';
import { toValue } from '../define/prepare.ts';
import { ShapeError, showShape } from '../errors.ts';
import { matmul } from './matmul.ts';
import { permuteAxes } from './permuteAxes.ts';
import { range } from './rearrange.ts';
import { reshape } from './reshape.ts';

/**
 * Product of two arrays summed over axes of both, as one product of matrices.
 *
 * @param A array of any shape
 * @param B array of any shape
 * @param axes how many of the last axes of A and the first of B; or the axes of A and those of B in the same order; 2 where left out
 * @returns Y with the other axes of A, then those of B
 * @throws {ShapeError} if there are no such axes, or their sizes differ
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(tensordot([[1, 2], [3, 4]], [[1, 0], [0, 1]])) //=> 5
 * toNested(tensordot([[1, 2], [3, 4]], [5, 6], [[0], [0]])) //=> [23, 34]
 */
export function tensordot(
  A: ArrayInput,
  B: ArrayInput,
  axes: number | readonly [readonly number[], readonly number[]] = 2,
): NdArray {
  const [X, Y]: Value[] = [toValue('tensordot', A, 0), toValue('tensordot', B, 1)];
  const r = X.shape.length;
  const fits =
    typeof axes === 'number'
      ? Number.isInteger(axes) && axes >= 0 && axes <= Math.min(r, Y.shape.length)
      : Array.isArray(axes) && axes.length === 2 && axes.every(Array.isArray);
  if (!fits)
    throw new ShapeError('tensordot', 'a number of axes that both have, or two lists of axes', `${axes}`);
  const named = typeof axes === 'number' ? [range(r - axes, r), range(0, axes)] : axes;
  const [own, its] = [axesOf('tensordot', X, named[0]), axesOf('tensordot', Y, named[1])];
  const sizes = ({ shape }: Value, list: readonly number[]) => list.map((i) => shape[i]);
  if (!sameShape(sizes(X, own), sizes(Y, its)))
    throw new ShapeError(
      'tensordot',
      `axes of equal sizes`,
      `${showShape(X.shape)} and ${showShape(Y.shape)}`,
    );
  const others = ({ shape }: Value, list: readonly number[]) =>
    range(0, shape.length).filter((i) => !list.includes(i));
  const [left, right] = [others(X, own), others(Y, its)];
  const k = sizeOf(sizes(X, own));
  const M = reshape(permuteAxes(X, [...left, ...own]), [sizeOf(sizes(X, left)), k]);
  const N = reshape(permuteAxes(Y, [...its, ...right]), [k, sizeOf(sizes(Y, right))]);
  return reshape(matmul(M, N), [...sizes(X, left), ...sizes(Y, right)]);
}
