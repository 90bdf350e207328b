import type { ArrayInput, NdArray } from '../array.ts';
import { plainly } from '../define/plainly.ts';
import { eigvalsh as values } from '../factor/eigh/eigvalsh.ts';
import { eigh } from './eigh.ts';

/**
 * Eigenvalues of a symmetric matrix.
 *
 * @param A n×n symmetric matrix, taken as (A+Aᵀ)/2
 * @returns w, n eigenvalues, ascending
 * @throws {ShapeError} if A is not square
 * @throws {NotSymmetricError} if ‖A-Aᵀ‖ > √ε·‖A‖
 * @throws {DegenerateError} from derivatives that treat the copies of a repeated eigenvalue differently
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(eigvalsh([[2, 0], [0, 1]])) //=> [1, 2]
 */
export const eigvalsh = (A: ArrayInput): NdArray =>
  plainly(eigh.spec, A, (A) => values(A, 'eigh')) ?? eigh(A)[0];
