import { deepest } from '../algebra.ts';
import type { ArrayInput, NdArray } from '../array.ts';
import { finish, prepare } from '../define/prepare.ts';
import { eighTridiagonal as decompose } from '../factor/eigh/tridiagonal.ts';
import { eighTridiagonal } from './eighTridiagonal.ts';

/**
 * Eigenvalues of a symmetric tridiagonal matrix, in time that grows with the square of its size.
 *
 * @param d vector of n entries, the diagonal
 * @param e vector of n-1 entries, above and below it
 * @returns w, n eigenvalues, ascending
 * @throws {ShapeError} if e does not have one entry less than d
 * @throws {DegenerateError} from derivatives that treat the copies of a repeated eigenvalue differently
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(eigvalshTridiagonal([1, 1], [2])) //=> [-1, 3]
 */
export function eigvalshTridiagonal(d: ArrayInput, e: ArrayInput): NdArray {
  const { x } = prepare(eighTridiagonal.spec, [d, e]);
  if (deepest(x)) return eighTridiagonal(d, e)[0];
  return finish('eigvalshTridiagonal', decompose(x[0], x[1], 'eigvalshTridiagonal', false).w);
}
