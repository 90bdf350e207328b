import type { ArrayInput, NdArray } from '../array.ts';
import { add } from './add.ts';
import { cholesky } from './cholesky.ts';
import { diagPart } from './diagPart.ts';
import { log } from './exponential.ts';
import { hadamard } from './hadamard.ts';
import { inner } from './inner.ts';
import { solveTriangular } from './solveTriangular.ts';
import { sub } from './sub.ts';
import { sum } from './sum.ts';
import { transpose } from './transpose.ts';

/**
 * Logarithm of the matrix normal density: Gaussian with the covariance V ⊗ U of the stacked columns, which is not formed.
 *
 * @param X m×n matrix
 * @param mean m×n matrix
 * @param U m×m covariance among rows, symmetric positive definite
 * @param V n×n covariance among columns, symmetric positive definite
 * @returns y = -½ tr(V⁻¹(X-mean)ᵀU⁻¹(X-mean)) - ½ n log det U - ½ m log det V - ½ mn log 2π, a scalar
 * @throws {ShapeError} if the sizes differ
 * @throws {NotSymmetricError} if a covariance is not symmetric
 * @throws {NotPositiveDefiniteError} if a covariance is not positive definite
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(matrixNormalLogDensity([[0]], [[0]], [[1]], [[1]])) //=> -0.9189385332046727
 */
export function matrixNormalLogDensity(
  X: ArrayInput,
  mean: ArrayInput,
  U: ArrayInput,
  V: ArrayInput,
): NdArray {
  const [L, M] = [cholesky(U), cholesky(V)];
  const [m, n] = [L, M].map(({ shape }) => shape[shape.length - 1]);
  const halfLogdet = (A: NdArray) => sum(log(diagPart(A)), -1);
  const Z = solveTriangular(M, transpose(solveTriangular(L, sub(X, mean))));
  const squares = add(hadamard(0.5, inner(Z, Z)), (m * n * Math.log(2 * Math.PI)) / 2);
  return sub(hadamard(-1, squares), add(hadamard(n, halfLogdet(L)), hadamard(m, halfLogdet(M))));
}
