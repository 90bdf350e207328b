import type { Value } from '../algebra.ts';
import type { ArrayInput, NdArray } from '../array.ts';
import { toValue } from '../define/prepare.ts';
import { add } from './add.ts';
import { hadamard } from './hadamard.ts';
import { solvePositiveDefinite } from './solvePositiveDefinite.ts';
import { wishartTerms } from './wishartLogDensity.ts';

/**
 * Logarithm of the inverse Wishart density: of the inverse of a matrix of Wishart's distribution with scale V⁻¹.
 *
 * @param X n×n symmetric positive definite matrix
 * @param degrees degrees of freedom, a scalar above n-1
 * @param V n×n scale, symmetric positive definite
 * @returns y = ½ degrees (log det V - n log 2) - ½(degrees+n+1) log det X - ½ tr(V·X⁻¹) - log Γ_n(degrees/2), a scalar
 * @throws {ShapeError} if the sizes differ
 * @throws {NotSymmetricError} if a matrix is not symmetric
 * @throws {NotPositiveDefiniteError} if a matrix is not positive definite
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(inverseWishartLogDensity([[0.5]], 2, [[1]])) //=> -0.3068528194400547
 */
export function inverseWishartLogDensity(X: ArrayInput, degrees: ArrayInput, V: ArrayInput): NdArray {
  const op = 'inverseWishartLogDensity';
  const [A, S]: Value[] = [toValue(op, X, 0), toValue(op, V, 2)];
  const n = A.shape[A.shape.length - 1] ?? 1;
  const M = solvePositiveDefinite(A, S);
  return wishartTerms(degrees, n, M, [degrees, S], [hadamard(-1, add(degrees, n + 1)), A]);
}
