import type { ArrayInput, NdArray } from '../array.ts';
import { cholesky } from './cholesky.ts';
import { frobeniusNorm } from './frobeniusNorm.ts';
import { solveTriangular } from './solveTriangular.ts';
import { sub } from './sub.ts';

/**
 * Mahalanobis distance of a point from a mean, by Cholesky of the covariance.
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
  frobeniusNorm(solveTriangular(cholesky(S), sub(x, mean)));
