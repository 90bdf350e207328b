import { type ArrayInput, type NdArray, sizeOf } from '../array.ts';
import { type Axis, axesOf } from '../define/axes.ts';
import { toValue } from '../define/prepare.ts';
import { DomainError, ShapeError, showShape } from '../errors.ts';
import { frobeniusNorm } from './frobeniusNorm.ts';
import { max } from './max.ts';
import { min } from './min.ts';
import { nuclearNorm } from './nuclearNorm.ts';
import { permuteAxes } from './permuteAxes.ts';
import { abs, sign } from './piecewise.ts';
import { reshape } from './reshape.ts';
import { singularRange } from './singularRange.ts';
import { spectralNorm } from './spectralNorm.ts';
import { sum } from './sum.ts';
import { vectorNorm } from './vectorNorm.ts';

/** Which norm: of a vector p, ±Infinity or 0; of a matrix 'fro', 'nuc', ±1, ±2 or ±Infinity. */
export type NormOrder = number | 'fro' | 'nuc';

const EXTREME: Readonly<Record<string, typeof max>> = { '1': max, '-1': min };

function ofVectors(x: NdArray, order: NormOrder): NdArray {
  if (order === 'fro' || order === 2) return frobeniusNorm(reshape(x, [...x.shape, 1]));
  if (typeof order !== 'number' || Number.isNaN(order))
    throw new DomainError('norm', `expected the order of a norm of vectors, got ${order}`);
  if (Number.isFinite(order)) return order === 0 ? sum(abs(sign(x)), -1) : vectorNorm(x, order);
  // Of no entries, as NumPy has it: 0 is the largest.
  if (order > 0 && x.shape[x.shape.length - 1] === 0) return sum(x, -1);
  return EXTREME[Math.sign(order)](abs(x), -1);
}

function ofMatrices(A: NdArray, order: NormOrder): NdArray {
  if (order === 'fro') return frobeniusNorm(A);
  if (sizeOf(A.shape) === 0 && (order === 'nuc' || order > 0)) return sum(A, [-2, -1]);
  if (order === 'nuc') return nuclearNorm(A);
  if (order === 2) return spectralNorm(A);
  if (order === -2) return singularRange('norm', A)[1];
  if (typeof order !== 'number' || (Math.abs(order) !== 1 && Math.abs(order) !== 1 / 0))
    throw new DomainError('norm', `expected the order of a norm of matrices, got ${order}`);
  return EXTREME[Math.sign(order)](sum(abs(A), Math.abs(order) === 1 ? -2 : -1), -1);
}

/**
 * Norms of vectors and of matrices, NumPy's.
 *
 * Of a vector: the p-norm, the largest (Infinity) or smallest (-Infinity) absolute value, the number of nonzero entries (0). Of a
 * matrix: 'fro' Frobenius, 'nuc' nuclear (sum of the singular values), 2 and -2 largest and smallest singular value, 1 and -1
 * largest and smallest absolute sum of a column, Infinity and -Infinity of a row. `sumsq` is the square of the first, without a kink.
 *
 * @param A m×n matrix, or a vector; leading axes are a stack
 * @param order which norm; Euclidean or Frobenius where left out
 * @param axis one axis: the norms of the vectors along it; two: those of matrices; where left out, of A itself or of its last two
 * @returns y = ‖A‖, a scalar; where a norm has a kink its gradient is the subgradient of least norm: 0 at 0, shared by ties
 * @throws {ShapeError} if A is a scalar or has no such axis
 * @throws {DomainError} if there is no such norm
 * @throws {DegenerateError} from second derivatives at 0 and at other kinks, and from those of order -2 where it is 0
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(norm([[3, 0], [0, 4]])) //=> 5
 * toNested(norm([[1, 2], [3, 4]], 1)) //=> 6
 * toNested(norm([3, -4], Infinity)) //=> 4
 */
export function norm(A: ArrayInput, order?: NormOrder, axis?: Axis): NdArray;
export function norm(A: ArrayInput): NdArray;
export function norm(A: ArrayInput, order: NormOrder = 'fro', axis?: Axis): NdArray {
  const X = toValue('norm', A, 0);
  const r = X.shape.length;
  if (axis === undefined) {
    // What has no shape yet, a symbol, is taken for a matrix.
    if (r === 0) return order === 'fro' ? frobeniusNorm(X) : ofMatrices(X, order);
    return r === 1 ? ofVectors(X, order) : ofMatrices(X, order);
  }
  const axes = axesOf('norm', X, axis);
  const others = X.shape.map((_, i) => i).filter((i) => !axes.includes(i));
  if (axes.length + others.length !== r || axes.length < 1 || axes.length > 2)
    throw new ShapeError('norm', `one axis of ${showShape(X.shape)}, or two`, `[${axis}]`);
  return (axes.length === 1 ? ofVectors : ofMatrices)(permuteAxes(X, [...others, ...axes]), order);
}
