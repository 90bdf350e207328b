import { trsm } from '../kernel/trsm.ts';

/**
 * Solutions of a stack of linear systems from the factors that `cholesky` left, into `out`: L_i·L_iᵀ·X_i = B_i.
 *
 * @param n size of the factors
 * @param k columns of B
 * @param L lower triangular n×n factors, row by row, one after the other
 * @param B n×k right-hand sides, likewise
 * @param out room for the n×k solutions; it may be B itself
 * @param count how many systems
 * @param lOff where L starts in its array
 * @param bOff where B starts in its array
 * @param outOff where the solutions start in theirs
 * @example
 * import { cholesky, choleskySolve } from '@matgrad/core/kernel';
 * const L = new Float64Array(4);
 * cholesky(2, Float64Array.of(4, 2, 2, 5), L);
 * const x = Float64Array.of(8, 12);
 * choleskySolve(2, 1, L, x, x);
 * Array.from(x) //=> [1, 2]
 */
export function choleskySolve(
  n: number,
  k: number,
  L: Float64Array,
  B: Float64Array,
  out: Float64Array,
  count = 1,
  lOff = 0,
  bOff = 0,
  outOff = 0,
): void {
  const size = n * k;
  for (let i = 0, l = lOff, b = bOff, o = outOff; i < count; i++, l += n * n, b += size, o += size) {
    for (let p = 0; p < size; p++) out[o + p] = B[b + p];
    trsm(false, false, n, k, L, l, n, 1, out, o, k);
    trsm(true, false, n, k, L, l, 1, n, out, o, k);
  }
}
