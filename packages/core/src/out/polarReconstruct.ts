import { matmul } from '../kernel/matmul.ts';

/**
 * The matrices whose factors `polar` left, into `out`: A_i = U_i·P_i if m >= n, else P_i·U_i.
 *
 * @param m rows
 * @param n columns
 * @param U m×n factors, row by row, one after the other
 * @param P k×k factors, k = min(m, n), likewise
 * @param out room for as many m×n matrices; it must overlap neither
 * @param count how many
 * @param uOff where U starts in its array
 * @param pOff where P starts in its array
 * @param outOff where the matrices start in theirs
 * @example
 * import { polarReconstruct } from '@matgrad/core/kernel';
 * const A = new Float64Array(4);
 * polarReconstruct(2, 2, Float64Array.of(0, 1, -1, 0), Float64Array.of(3, 0, 0, 2), A);
 * Array.from(A) //=> [0, 2, -3, 0]
 */
export function polarReconstruct(
  m: number,
  n: number,
  U: Float64Array,
  P: Float64Array,
  out: Float64Array,
  count = 1,
  uOff = 0,
  pOff = 0,
  outOff = 0,
): void {
  if (m < n) matmul(m, m, n, P, U, out, count, pOff, uOff, outOff);
  else matmul(m, n, n, U, P, out, count, uOff, pOff, outOff);
}
