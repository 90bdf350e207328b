import { hessenbergMember } from '../factor/hessenberg/hessenberg.ts';
import { similarity } from './similarity.ts';

/**
 * Hessenberg forms of a stack, into `H` and `Q`: A_i = Q_i·H_i·Q_iᵀ.
 *
 * @param n size of the matrices
 * @param A n×n matrices, row by row, one after the other
 * @param H room for as many matrices, zero below the first subdiagonal, which is nonnegative; it may be A itself
 * @param Q room for as many orthogonal matrices; it must not overlap A, nor H
 * @param count how many matrices
 * @param aOff where A starts in its array
 * @param hOff where H starts in its array
 * @param qOff where Q starts in its array
 * @returns -1, or the first member that is not finite: all that belongs to it, and to others like it, is NaN
 * @example
 * import { hessenberg } from '@matgrad/core/kernel';
 * const [H, Q] = [new Float64Array(4), new Float64Array(4)];
 * hessenberg(2, Float64Array.of(1, 2, -3, 4), H, Q) //=> -1
 * Array.from(H) //=> [1, -2, 3, 4]
 */
export function hessenberg(
  n: number,
  A: Float64Array,
  H: Float64Array,
  Q: Float64Array,
  count = 1,
  aOff = 0,
  hOff = 0,
  qOff = 0,
): number {
  return similarity(n, A, H, Q, count, aOff, hOff, qOff, (a, h, q) => {
    hessenbergMember(n, A, a, H, h, Q, q);
    return true;
  });
}
