import type { Value } from '../algebra.ts';
import type { ArrayInput, NdArray } from '../array.ts';
import { toValue } from '../define/prepare.ts';
import { add } from './add.ts';
import { hadamard } from './hadamard.ts';
import { logdet } from './logdet.ts';
import { multigammaln } from './multigammaln.ts';
import { solvePositiveDefinite } from './solvePositiveDefinite.ts';
import { sub } from './sub.ts';
import { trace } from './trace.ts';

/** ½(a·log det X - b·log det V - tr M) - ½·degrees·n·log 2 - log Γ_n(degrees/2): what both of Wishart's densities are made of. */
export function wishartTerms(
  degrees: ArrayInput,
  n: number,
  M: NdArray,
  ...logarithms: readonly (readonly [weight: ArrayInput, matrix: Value])[]
): NdArray {
  const terms = logarithms.map(([weight, matrix]) => hadamard(weight, logdet(matrix)));
  const sum = terms.reduce((total, term) => add(total, term), hadamard(-n * Math.LN2, degrees));
  return sub(hadamard(0.5, sub(sum, trace(M))), multigammaln(hadamard(0.5, degrees), n));
}

/**
 * Logarithm of Wishart's density: of the sum of squares of `degrees` Gaussian vectors of covariance V.
 *
 * @param X n×n symmetric positive definite matrix
 * @param degrees degrees of freedom, a scalar above n-1
 * @param V n×n scale, symmetric positive definite
 * @returns y = ½(degrees-n-1) log det X - ½ tr(V⁻¹X) - ½ degrees (n log 2 + log det V) - log Γ_n(degrees/2), a scalar
 * @throws {ShapeError} if the sizes differ
 * @throws {NotSymmetricError} if a matrix is not symmetric
 * @throws {NotPositiveDefiniteError} if a matrix is not positive definite
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(wishartLogDensity([[2]], 2, [[1]])) //=> -1.6931471805599454
 */
export function wishartLogDensity(X: ArrayInput, degrees: ArrayInput, V: ArrayInput): NdArray {
  const [A, S]: Value[] = [toValue('wishartLogDensity', X, 0), toValue('wishartLogDensity', V, 2)];
  const n = A.shape[A.shape.length - 1] ?? 1;
  const M = solvePositiveDefinite(S, A);
  return wishartTerms(degrees, n, M, [sub(degrees, n + 1), A], [hadamard(-1, degrees), S]);
}
