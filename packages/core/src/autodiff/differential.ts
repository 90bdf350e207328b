import type { ArrayInput, NdArray } from '../array.ts';
import { symmetric } from '../define/domain.ts';
import { prepare } from '../define/prepare.ts';
import { add } from '../identity/add.ts';
import { diag } from '../identity/diag.ts';
import { diagPart } from '../identity/diagPart.ts';
import { sub } from '../identity/sub.ts';
import { sym } from '../identity/sym.ts';
import { transpose } from '../identity/transpose.ts';
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

/** The gradient at a symmetric matrix, for the function `op`: S alone would not say where another is meant. */
function gradientAt(op: string, f: OneArgument, S: ArrayInput): NdArray {
  prepare({ ...sym.spec, name: op, domain: [symmetric] }, [S]);
  return gradient(f, S);
}

/**
 * The gradient of a function of a symmetric matrix, within symmetric matrices: df = tr(G dS) for every symmetric dS.
 *
 * @param f a function of one matrix that returns one scalar
 * @param S the point, a symmetric matrix
 * @returns G symmetric, the symmetric part of the gradient of f
 * @throws {ShapeError} if f does not return one scalar, or S is not square
 * @throws {NotSymmetricError} if ‖S-Sᵀ‖ > √ε·‖S‖
 * @example
 * toNested(symmetricGradient((S) => inner([[0, 1], [0, 0]], S), [[1, 2], [2, 1]])) //=> [[0, 0.5], [0.5, 0]]
 */
export const symmetricGradient = (f: OneArgument, S: ArrayInput): NdArray =>
  sym(gradientAt('symmetricGradient', f, S));

/**
 * The derivatives of a function of a symmetric matrix in its free entries, each of which stands in two places off the diagonal.
 *
 * That is G + Gᵀ - diag(G) for the gradient G of f: not a gradient in the inner product of matrices, where each place counts.
 *
 * @param f a function of one matrix that returns one scalar
 * @param S the point, a symmetric matrix
 * @returns D symmetric, with D_ij the derivative as S_ij = S_ji changes; vech(D) is the gradient of f(unvech(v)) in v
 * @throws {ShapeError} if f does not return one scalar, or S is not square
 * @throws {NotSymmetricError} if ‖S-Sᵀ‖ > √ε·‖S‖
 * @example
 * toNested(vechGradient(logdet, [[2, 1], [1, 2]])) //=> [[0.6666666666666667, -0.6666666666666667], [-0.6666666666666667, 0.6666666666666667]]
 */
export function vechGradient(f: OneArgument, S: ArrayInput): NdArray {
  const G = gradientAt('vechGradient', f, S);
  return sub(add(G, transpose(G)), diag(diagPart(G)));
}
