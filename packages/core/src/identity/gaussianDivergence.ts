import type { ArrayInput, NdArray } from '../array.ts';
import { add } from './add.ts';
import { cholesky } from './cholesky.ts';
import { diagPart } from './diagPart.ts';
import { log } from './exponential.ts';
import { inner } from './inner.ts';
import { deviation } from './mahalanobis.ts';
import { scale } from './scale.ts';
import { solveTriangular } from './solveTriangular.ts';
import { sub } from './sub.ts';
import { sum } from './sum.ts';

/**
 * Kullback-Leibler divergence of one Gaussian from another.
 *
 * @param mean0 mean of the first, a vector of n entries
 * @param S0 its n×n covariance, symmetric positive definite
 * @param mean1 mean of the second
 * @param S1 its covariance
 * @returns y = ½(tr(S1⁻¹S0) + (mean1-mean0)ᵀS1⁻¹(mean1-mean0) - n + log det S1 - log det S0), a scalar
 * @throws {ShapeError} if the sizes differ
 * @throws {NotSymmetricError} if a covariance is not symmetric
 * @throws {NotPositiveDefiniteError} if a covariance is not positive definite
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(gaussianDivergence([0], [[1]], [2], [[1]])) //=> 2
 */
export function gaussianDivergence(
  mean0: ArrayInput,
  S0: ArrayInput,
  mean1: ArrayInput,
  S1: ArrayInput,
): NdArray {
  const [L, M] = [cholesky(S0), cholesky(S1)];
  // tr(S1⁻¹S0) = ‖M⁻¹L‖².
  const W = solveTriangular(M, L);
  const z = solveTriangular(M, deviation('gaussianDivergence', mean1, mean0));
  const squares = sub(add(inner(W, W), inner(z, z)), L.shape[L.shape.length - 1]);
  return add(scale(0.5, squares), sub(sum(log(diagPart(M)), -1), sum(log(diagPart(L)), -1)));
}
