import type { ArrayInput, NdArray } from '../array.ts';
import { add } from './add.ts';
import { cholesky } from './cholesky.ts';
import { matmul } from './matmul.ts';
import { nuclearNorm } from './nuclearNorm.ts';
import { scale } from './scale.ts';
import { sub } from './sub.ts';
import { trace } from './trace.ts';
import { transpose } from './transpose.ts';

/**
 * Squared Bures distance of two positive definite matrices: what Gaussians of equal mean are apart in the Wasserstein metric.
 *
 * @param A n×n symmetric positive definite matrix
 * @param B n×n symmetric positive definite matrix
 * @returns y = tr(A + B - 2(A^½·B·A^½)^½), a scalar
 * @throws {ShapeError} if the sizes differ
 * @throws {NotSymmetricError} if a matrix is not symmetric
 * @throws {NotPositiveDefiniteError} if a matrix is not positive definite
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(buresDistance([[4, 0], [0, 1]], [[1, 0], [0, 1]])) //=> 1
 */
export function buresDistance(A: ArrayInput, B: ArrayInput): NdArray {
  // With A = LLᵀ and B = MMᵀ, the singular values of LᵀM are the eigenvalues of the square root.
  const overlap = nuclearNorm(matmul(transpose(cholesky(A)), cholesky(B)));
  return sub(add(trace(A), trace(B)), scale(2, overlap));
}
