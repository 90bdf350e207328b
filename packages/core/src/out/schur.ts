import { schurMember } from '../factor/schur/schur.ts';
import { similarity } from './similarity.ts';

/**
 * Real Schur forms of a stack, into `T` and `Q`: A_i = Q_i·T_i·Q_iᵀ.
 *
 * @param n size of the matrices
 * @param A n×n matrices, row by row, one after the other
 * @param T room for as many quasi-triangular matrices: 1×1 blocks on the diagonal hold real eigenvalues, 2×2 blocks [[a, b], [c, a]] with
 *   b·c < 0 pairs a ± i·sqrt(-bc); it may be A itself
 * @param Q room for as many orthogonal matrices; it must not overlap A, nor T
 * @param count how many matrices
 * @param aOff where A starts in its array
 * @param tOff where T starts in its array
 * @param qOff where Q starts in its array
 * @returns -1, or the first member that is not finite (or whose iterations did not converge): all that belongs to it, and to others
 *   like it, is NaN
 * @example
 * import { schur } from '@matgrad/core/kernel';
 * const [T, Q] = [new Float64Array(4), new Float64Array(4)];
 * schur(2, Float64Array.of(3, 1, 0, 2), T, Q) //=> -1
 * Array.from(T) //=> [3, 1, 0, 2]
 */
export function schur(
  n: number,
  A: Float64Array,
  T: Float64Array,
  Q: Float64Array,
  count = 1,
  aOff = 0,
  tOff = 0,
  qOff = 0,
): number {
  return similarity(n, A, T, Q, count, aOff, tOff, qOff, (a, t, q) => schurMember(n, A, a, T, t, Q, q) < 0);
}
