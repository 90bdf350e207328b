import type { Value } from '../algebra.ts';
import type { ArrayInput, NdArray } from '../array.ts';
import { eye, zeros } from '../constants.ts';
import { toValue } from '../define/prepare.ts';
import { add } from './add.ts';
import { gaussianLogDensity } from './gaussianLogDensity.ts';
import { scale } from './scale.ts';

/**
 * Logarithm of the marginal likelihood of a Gaussian process: of observations with noise, given the covariance of what they observe.
 *
 * @param y observations, a vector of n entries
 * @param K n×n matrix of the kernel at their places, symmetric positive semidefinite
 * @param noise variance of the noise, a scalar
 * @returns l = -½ yᵀ(K + noise·I)⁻¹y - ½ log det(K + noise·I) - (n/2) log 2π, a scalar
 * @throws {ShapeError} if the sizes differ
 * @throws {NotSymmetricError} if ‖K-Kᵀ‖ > √ε·‖K‖
 * @throws {NotPositiveDefiniteError} if K + noise·I is not positive definite
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(gaussianProcess([0], [[0.75]], 0.25)) //=> -0.9189385332046727
 */
export function gaussianProcess(y: ArrayInput, K: ArrayInput, noise: ArrayInput): NdArray {
  const S: Value = toValue('gaussianProcess', K, 1);
  const n = S.shape[S.shape.length - 1] ?? 1;
  return gaussianLogDensity(y, zeros(n), add(S, scale(noise, eye(n))));
}
