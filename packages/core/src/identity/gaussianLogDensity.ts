import type { ArrayInput, NdArray } from '../array.ts';
import { cholesky } from './cholesky.ts';
import { gaussianFromCholesky } from './gaussianFromCholesky.ts';

/**
 * Logarithm of the Gaussian density with a covariance.
 *
 * @param x vector of n entries
 * @param mean vector of n entries
 * @param S n×n covariance, symmetric positive definite, taken as (S+Sᵀ)/2
 * @returns y = -½(x-mean)ᵀS⁻¹(x-mean) - ½ log det S - (n/2) log 2π, a scalar
 * @throws {ShapeError} if the sizes differ
 * @throws {NotSymmetricError} if ‖S-Sᵀ‖ > √ε·‖S‖
 * @throws {NotPositiveDefiniteError} if S is not positive definite
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(gaussianLogDensity([0], [0], [[1]])) //=> -0.9189385332046727
 */
export const gaussianLogDensity = (x: ArrayInput, mean: ArrayInput, S: ArrayInput): NdArray =>
  gaussianFromCholesky(x, mean, cholesky(S));
