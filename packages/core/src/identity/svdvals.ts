import type { ArrayInput, NdArray } from '../array.ts';
import { plainly } from '../define/plainly.ts';
import { svd as decompose } from '../factor/gesvd/svd.ts';
import { svd } from './svd.ts';

/**
 * Singular values of a matrix.
 *
 * @param A m×n matrix
 * @returns s, min(m, n) singular values, descending
 * @throws {ShapeError} if A is no matrix
 * @throws {DegenerateError} from derivatives that treat the copies of a repeated singular value differently, or that depend on one
 * that is zero to working precision, where it has a kink: nuclearNorm, spectralNorm and sumsq are right there
 * @throws {DomainError} from second derivatives at zeros that are repeated, or of a matrix that is not square
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(svdvals([[0, 2], [3, 0]])) //=> [3, 2]
 */
export const svdvals = (A: ArrayInput): NdArray =>
  plainly(svd.spec, A, (A) => decompose(A, 'svd', { vectors: 'none' }).s) ?? svd(A)[1];
