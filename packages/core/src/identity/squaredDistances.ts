import type { ArrayInput, NdArray } from '../array.ts';
import { shapeOf } from '../define/axes.ts';
import { toValue } from '../define/prepare.ts';
import { ShapeError, showShape } from '../errors.ts';
import { reshape } from './reshape.ts';
import { sub } from './sub.ts';
import { sumsq } from './sumsq.ts';

/**
 * Squared distances between two sets of points, without cancellation.
 *
 * @param X m×d matrix, a point in each row
 * @param Y n×d matrix
 * @returns D m×n, with D_ij = ‖x_i - y_j‖²
 * @throws {ShapeError} if X or Y is no matrix or the dimensions differ
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(squaredDistances([[0, 0], [3, 4]], [[0, 0]])) //=> [[0], [25]]
 */
export function squaredDistances(X: ArrayInput, Y: ArrayInput): NdArray {
  const [P, Q] = [toValue('squaredDistances', X, 0), toValue('squaredDistances', Y, 1)];
  const [m, d] = shapeOf('squaredDistances', P).slice(-2);
  const [n, e] = shapeOf('squaredDistances', Q).slice(-2);
  if (P.shape.length < 2 || Q.shape.length < 2 || d !== e)
    throw new ShapeError(
      'squaredDistances',
      'points in rows, as long',
      `${showShape(P.shape)}, ${showShape(Q.shape)}`,
    );
  const gaps = sub(
    reshape(P, [...P.shape.slice(0, -2), m, 1, d]),
    reshape(Q, [...Q.shape.slice(0, -2), 1, n, d]),
  );
  return sumsq(gaps, -1);
}
