import type { ArrayInput, NdArray } from '../array.ts';
import { rankFactor } from '../define/rankFactor.ts';

/**
 * Rank of a matrix: how many of its singular values are above a tolerance.
 *
 * @param A m×n matrix; under differentiation, its value
 * @param rtol singular values up to rtol times the largest count as zero; max(m, n)·ε where left out
 * @returns r, a scalar, with σ_r > rtol·σ_1 ≥ σ_{r+1}
 * @throws {ShapeError} if A is no matrix
 * @throws {DomainError} if the tolerance is negative
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(matrixRank([[1, 2], [2, 4]])) //=> 1
 */
export function matrixRank(A: ArrayInput, rtol?: number): NdArray {
  const { X, ranks } = rankFactor('matrixRank', A, rtol, 'none');
  return { shape: X.shape.slice(0, -2), data: Float64Array.from(ranks) };
}
