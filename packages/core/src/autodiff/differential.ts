import type { ArrayInput, NdArray } from '../array.ts';
import { grad } from './grad.ts';
import { jvp } from './jvp.ts';

type OneArgument = (X: NdArray) => NdArray;

/**
 * The differential of f at a point: the linear map from a small change of the argument to that of the value.
 *
 * @param f a function of one array that returns one array
 * @param X the point
 * @returns the map dX ↦ df, with f(X + dX) = f(X) + df + O(‖dX‖²)
 * @throws {ShapeError} from the map, if dX has another shape than X
 * @example
 * const d = differential(inv, [[1, 0], [0, 2]]);
 * toNested(d([[0, 1], [0, 0]])) //=> [[0, -0.5], [0, 0]]
 */
export const differential =
  (f: OneArgument, X: ArrayInput): ((dX: ArrayInput) => NdArray) =>
  (dX) =>
    jvp(f, [X], [dX]).tangent;

/**
 * The gradient of a scalar function at a point: the G that its differential is the inner product with, df = tr(Gᵀ dX).
 *
 * @param f a function of one array that returns one scalar
 * @param X the point
 * @returns G in the shape of X
 * @throws {ShapeError} if f does not return one scalar
 * @example
 * toNested(gradient(det, [[1, 2], [3, 4]])) //=> [[4, -3], [-2, 1]]
 */
export const gradient = (f: OneArgument, X: ArrayInput): NdArray => grad(f)(X);
