import { type ArrayInput, type NdArray, sizeOf } from '../array.ts';
import { axesOf } from '../define/axes.ts';
import { toValue } from '../define/prepare.ts';
import { ShapeError, showShape } from '../errors.ts';
import { reshape } from './reshape.ts';
import { strided } from './strided.ts';
import { transpose } from './transpose.ts';

/**
 * An array with its axes in another order; `transpose` swaps the last two.
 *
 * @param A array of any shape
 * @param axes for each axis of the result the axis of A that it is, counted from the end where negative
 * @returns Y with the entries of A, of shape A.shape[axes]
 * @throws {ShapeError} if axes does not name each axis of A once
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * permuteAxes(ones(2, 3, 4), [2, 0, 1]).shape //=> [4, 2, 3]
 */
export function permuteAxes(A: ArrayInput, axes: readonly number[]): NdArray {
  const X = toValue('permuteAxes', A, 0);
  const { shape } = X;
  const r = shape.length;
  const order = axesOf('permuteAxes', X, axes);
  if (new Set(order).size !== r || order.length !== r)
    throw new ShapeError('permuteAxes', `each axis of ${showShape(shape)} once`, `[${axes}]`);
  // Axes of size 1 may stand anywhere.
  const [from, to] = [shape.map((_, i) => i), order].map((list) => list.filter((i) => shape[i] !== 1));
  const reshaped = order.map((i) => shape[i]);
  const moved = to.findIndex((axis, i) => axis !== from[i]);
  if (moved < 0) return reshape(X, reshaped);
  // One run of axes that has changed places with the last ones is a transposition.
  const turn = from.indexOf(to[moved]);
  if (
    to.every(
      (axis, i) => i < moved || axis === from[moved + ((i - moved + turn - moved) % (from.length - moved))],
    )
  ) {
    const sizes = (part: readonly number[]) => part.map((i) => shape[i]);
    const [lead, rows, columns] = [from.slice(0, moved), from.slice(moved, turn), from.slice(turn)].map(
      sizes,
    );
    return reshape(transpose(reshape(X, [...lead, sizeOf(rows), sizeOf(columns)])), reshaped);
  }
  const strides = shape.map((_, i) => sizeOf(shape.slice(i + 1)));
  return strided(
    X,
    reshaped,
    order.map((axis) => strides[axis]),
  );
}
