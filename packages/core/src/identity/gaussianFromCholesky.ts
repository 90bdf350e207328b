import type { ArrayInput, NdArray } from '../array.ts';
import { toValue } from '../define/prepare.ts';
import { add } from './add.ts';
import { diagPart } from './diagPart.ts';
import { log } from './exponential.ts';
import { inner } from './inner.ts';
import { deviation } from './mahalanobis.ts';
import { neg } from './neg.ts';
import { scale } from './scale.ts';
import { solveTriangular } from './solveTriangular.ts';
import { sub } from './sub.ts';
import { sum } from './sum.ts';

/**
 * Logarithm of the Gaussian density, given the Cholesky factor of the covariance.
 *
 * @param x vector of n entries
 * @param mean vector of n entries
 * @param L n×n, lower, of positive diagonal: the covariance is L·Lᵀ
 * @returns y = -½‖L⁻¹(x-mean)‖² - Σ log L_ii - (n/2) log 2π, a scalar
 * @throws {ShapeError} if the sizes differ
 * @throws {DomainError} if the diagonal of L is not positive
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(gaussianFromCholesky([0], [0], [[2]])) //=> -1.612085713764618
 */
export function gaussianFromCholesky(x: ArrayInput, mean: ArrayInput, L: ArrayInput): NdArray {
  const factor = toValue('gaussianFromCholesky', L, 2);
  const n = factor.shape[factor.shape.length - 1];
  const logVolume = sum(log(diagPart(factor)), -1);
  const z = solveTriangular(factor, deviation('gaussianFromCholesky', x, mean));
  return sub(neg(add(scale(0.5, inner(z, z)), logVolume)), (n / 2) * Math.log(2 * Math.PI));
}
