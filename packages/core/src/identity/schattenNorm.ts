import type { ArrayInput, NdArray } from '../array.ts';
import { frobeniusNorm } from './frobeniusNorm.ts';
import { nuclearNorm } from './nuclearNorm.ts';
import { svdvals } from './svdvals.ts';
import { vectorNorm } from './vectorNorm.ts';

/**
 * Schatten's norm of a matrix: the p-norm of its singular values; p = 1 is the nuclear norm, p = 2 Frobenius's.
 *
 * @param A m×n matrix
 * @param p the order, a number other than 0
 * @returns y = (Σ σ_i^p)^(1/p), a scalar
 * @throws {ShapeError} if A is no matrix
 * @throws {DomainError} if p is 0 or not finite, and from derivatives for p < 1 at a zero singular value
 * @throws {DegenerateError} from its second derivative, where a singular value is repeated; for p = 1 and 2 as nuclearNorm and
 * frobeniusNorm
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(schattenNorm([[3, 0], [0, -4]], 1)) //=> 7
 */
export const schattenNorm = (A: ArrayInput, p: number): NdArray =>
  p === 1 ? nuclearNorm(A) : p === 2 ? frobeniusNorm(A) : vectorNorm(svdvals(A), p);
