import type { ArrayInput, NdArray } from '../array.ts';
import { columns, rankFactor, sharedRank } from '../define/rankFactor.ts';

/**
 * Orthonormal basis of the column space of a matrix, by its singular value decomposition.
 *
 * The basis is one of many and has no derivative; the projector A·A⁺ on the space has one.
 *
 * @param A m×n matrix of rank r, as `matrixRank` tells it
 * @param rtol singular values up to rtol times the largest count as zero; max(m, n)·ε where left out
 * @returns Q m×r with QᵀQ = I and Q·Qᵀ·A = A
 * @throws {ShapeError} if A is no matrix, or the members of a stack differ in rank
 * @throws {DomainError} if the tolerance is negative, or A is under differentiation
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(orth([[2, 4], [0, 0]])) //=> [[1], [0]]
 */
export function orth(A: ArrayInput, rtol?: number): NdArray {
  const { U, ranks } = rankFactor('orth', A, rtol, 'thin');
  return columns(U, 0, sharedRank('orth', ranks));
}
