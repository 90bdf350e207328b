import type { ArrayInput, NdArray } from '../array.ts';
import { cholesky } from './cholesky.ts';
import { diagPart } from './diagPart.ts';
import { log } from './exponential.ts';
import { inner } from './inner.ts';
import { deviation } from './mahalanobis.ts';
import { matmul } from './matmul.ts';
import { scale } from './scale.ts';
import { sub } from './sub.ts';
import { sum } from './sum.ts';
import { transpose } from './transpose.ts';

/**
 * Logarithm of the Gaussian density with a precision, the inverse of the covariance.
 *
 * @param x vector of n entries
 * @param mean vector of n entries
 * @param Q n×n precision, symmetric positive definite, taken as (Q+Qᵀ)/2
 * @returns y = -½(x-mean)ᵀQ(x-mean) + ½ log det Q - (n/2) log 2π, a scalar
 * @throws {ShapeError} if the sizes differ
 * @throws {NotSymmetricError} if ‖Q-Qᵀ‖ > √ε·‖Q‖
 * @throws {NotPositiveDefiniteError} if Q is not positive definite
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(gaussianFromPrecision([1], [0], [[4]])) //=> -2.225791352644727
 */
export function gaussianFromPrecision(x: ArrayInput, mean: ArrayInput, Q: ArrayInput): NdArray {
  const L = cholesky(Q);
  const n = L.shape[L.shape.length - 1];
  const z = matmul(transpose(L), deviation('gaussianFromPrecision', x, mean));
  const value = sub(sum(log(diagPart(L)), -1), scale(0.5, inner(z, z)));
  return sub(value, (n / 2) * Math.log(2 * Math.PI));
}
