import type { Value } from '../algebra.ts';
import type { ArrayInput, NdArray } from '../array.ts';
import { toValue } from '../define/prepare.ts';
import { ShapeError, showShape } from '../errors.ts';
import { cholesky } from './cholesky.ts';
import { frobeniusNorm } from './frobeniusNorm.ts';
import { reshape } from './reshape.ts';
import { solveTriangular } from './solveTriangular.ts';
import { sub } from './sub.ts';

/** x - mean as a column, of vectors of one size; leading axes are a stack. */
export function deviation(op: string, x: ArrayInput, mean: ArrayInput): NdArray {
  const [X, M]: Value[] = [toValue(op, x, 0), toValue(op, mean, 1)];
  const n = X.shape[X.shape.length - 1];
  if (n === undefined || n !== M.shape[M.shape.length - 1])
    throw new ShapeError(op, 'vectors (n),(n)', `${showShape(X.shape)} and ${showShape(M.shape)}`);
  const difference = sub(X, M);
  return reshape(difference, [...difference.shape, 1]);
}

/**
 * Mahalanobis distance of a point from a mean, by Cholesky of the covariance.
 *
 * Vectors with leading axes are a stack: `x` of shape [N, n] gives N distances.
 *
 * @param x vector of n entries
 * @param mean vector of n entries
 * @param S n×n covariance, symmetric positive definite, taken as (S+Sᵀ)/2
 * @returns y = √((x-mean)ᵀ·S⁻¹·(x-mean)), a scalar; its derivative at x = mean is 0 by convention
 * @throws {ShapeError} if the sizes differ
 * @throws {NotSymmetricError} if ‖S-Sᵀ‖ > √ε·‖S‖
 * @throws {NotPositiveDefiniteError} if S is not positive definite
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(mahalanobis([2, 0], [0, 0], [[4, 0], [0, 9]])) //=> 1
 */
export const mahalanobis = (x: ArrayInput, mean: ArrayInput, S: ArrayInput): NdArray =>
  frobeniusNorm(solveTriangular(cholesky(S), deviation('mahalanobis', x, mean)));
