import type { Value } from '../algebra.ts';
import type { ArrayInput, NdArray } from '../array.ts';
import { toValue } from '../define/prepare.ts';
import { add } from './add.ts';
import { hadamard } from './hadamard.ts';
import { logdet } from './logdet.ts';

/**
 * Differential entropy of a Gaussian, in nats.
 *
 * @param S n×n covariance, symmetric positive definite, taken as (S+Sᵀ)/2
 * @returns y = ½ log det(2πe·S), a scalar
 * @throws {ShapeError} if S is not square
 * @throws {NotSymmetricError} if ‖S-Sᵀ‖ > √ε·‖S‖
 * @throws {NotPositiveDefiniteError} if S is not positive definite
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(gaussianEntropy([[1]])) //=> 1.4189385332046727
 */
export function gaussianEntropy(S: ArrayInput): NdArray {
  const X: Value = toValue('gaussianEntropy', S, 0);
  const n = X.shape[X.shape.length - 1] ?? 1;
  return hadamard(0.5, add(logdet(X), n * (Math.log(2 * Math.PI) + 1)));
}
