import type { ArrayInput, NdArray } from '../array.ts';
import { columns, rankFactor, sharedRank } from '../define/rankFactor.ts';

/**
 * Orthonormal basis of the null space of a matrix, by its singular value decomposition.
 *
 * The basis is one of many and has no derivative; the projector I - A⁺·A on the space has one.
 *
 * @param A m×n matrix of rank r, as `matrixRank` tells it
 * @param rtol singular values up to rtol times the largest count as zero; max(m, n)·ε where left out
 * @returns Z n×(n-r) with A·Z = 0 and ZᵀZ = I
 * @throws {ShapeError} if A is no matrix, or the members of a stack differ in rank
 * @throws {DomainError} if the tolerance is negative, or A is under differentiation
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(nullspace([[2, 0], [0, 0]])) //=> [[0], [1]]
 */
export function nullspace(A: ArrayInput, rtol?: number): NdArray {
  const { V, ranks } = rankFactor('nullspace', A, rtol, 'full');
  return columns(V, sharedRank('nullspace', ranks), V.shape[V.shape.length - 1]);
}
