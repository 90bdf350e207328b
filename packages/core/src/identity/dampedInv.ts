import type { ArrayInput, NdArray } from '../array.ts';
import { eye } from '../constants.ts';
import { shapeOf } from '../define/axes.ts';
import { toValue } from '../define/prepare.ts';
import { ShapeError, showShape } from '../errors.ts';
import { ridge } from './ridge.ts';

/**
 * Damped inverse of a matrix of any shape and rank, (AᵀA + λI)⁻¹·Aᵀ: the inverse or pseudo-inverse as λ goes to 0, smooth for λ > 0.
 *
 * The damping of Levenberg and Marquardt, and of inverse kinematics. `ridge(A, B, λ)` is this times B, without forming it.
 *
 * @param A m×n matrix
 * @param λ damping, a scalar above 0; 0 for A of full column rank
 * @returns Y n×m with (AᵀA + λI)·Y = Aᵀ
 * @throws {ShapeError} if A is no matrix
 * @throws {DomainError} if λ is negative
 * @throws {SingularMatrixError} if λ is too small to make the columns of A independent to working precision
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(dampedInv([[1, 0], [0, 0]], 1)) //=> [[0.5, 0], [0, 0]]
 * toNested(grad((λ) => trace(dampedInv([[1, 0], [0, 0]], λ)))(1)) //=> -0.25
 */
export function dampedInv(A: ArrayInput, λ: ArrayInput): NdArray {
  const X = toValue('dampedInv', A, 0);
  const shape = shapeOf('dampedInv', X);
  if (shape.length < 2) throw new ShapeError('dampedInv', 'a matrix (m,n)', showShape(shape));
  return ridge(X, eye(shape[shape.length - 2]), λ);
}
