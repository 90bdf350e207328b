import { unshaped } from '../algebra.ts';
import { broadcastIndex, type NdArray, sizeOf } from '../array.ts';
import { DomainError, ShapeError, showShape } from '../errors.ts';

/** What reductions take for axes: one, or several, counted from the end where negative; all where left out. */
export type Axis = number | readonly number[];

/** The shape of X, which must not be a symbol: that has none. */
export function shapeOf(op: string, { shape }: NdArray, advice?: string): readonly number[] {
  if (shape === unshaped)
    throw new DomainError(op, 'expected an array, got a symbol, which has no axes', advice);
  return shape;
}

/** The numbers of the axes that are named, counted from 0. */
export function axesOf(op: string, A: NdArray, axis?: Axis): readonly number[] {
  const shape = shapeOf(op, A);
  const rank = shape.length;
  return (axis === undefined ? shape.map((_, i) => i) : [axis].flat()).map((a) => {
    if (!Number.isInteger(a) || a < -rank || a >= rank)
      throw new ShapeError(op, `an axis of ${showShape(shape)}`, typeof a === 'number' ? `${a}` : typeof a);
    return a < 0 ? a + rank : a;
  });
}

/** The same, for what has no value where there are no numbers. */
export function filledAxesOf(op: string, A: NdArray, axis?: Axis): readonly number[] {
  const axes = axesOf(op, A, axis);
  if (axes.some((a) => A.shape[a] === 0)) throw new DomainError(op, 'expected at least one number, got none');
  return axes;
}

/** A shape whose axes have size 1. */
export const kept = (shape: readonly number[], axes: readonly number[]): number[] =>
  shape.map((d, i) => (axes.includes(i) ? 1 : d));

/** A shape without its axes. */
export const dropped = (shape: readonly number[], axes: readonly number[]): number[] =>
  shape.filter((_, i) => !axes.includes(i));

/** The largest entry along axes, which stay with size 1; -Infinity of none. */
export function largestAlong({ shape, data }: NdArray, axes: readonly number[]): NdArray {
  const reduced = kept(shape, axes);
  const to = broadcastIndex(reduced, shape);
  const y = new Float64Array(sizeOf(reduced)).fill(-1 / 0);
  for (let i = 0; i < data.length; i++) y[to[i]] = Math.max(y[to[i]], data[i]);
  return { shape: reduced, data: y };
}
