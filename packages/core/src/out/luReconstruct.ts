import { swapRows } from '../kernel/swapRows.ts';
import { trmm } from '../kernel/trmm.ts';

/**
 * The matrices whose factors `lu` left, into `out`: A_i = P_iᵀ·L_i·U_i.
 *
 * @param n size of the matrices
 * @param F factors, as `lu` leaves them
 * @param piv exchanges, likewise
 * @param out room for as many matrices; it must not overlap F
 * @param count how many
 * @param fOff where F starts in its array
 * @param pivOff where piv starts in its array
 * @param outOff where the matrices start in theirs
 * @example
 * import { luReconstruct } from '@matgrad/core/kernel';
 * const A = new Float64Array(4);
 * luReconstruct(2, Float64Array.of(4, 4, 0.25, 1), Int32Array.of(1, 1), A);
 * Array.from(A) //=> [1, 2, 4, 4]
 */
export function luReconstruct(
  n: number,
  F: Float64Array,
  piv: Int32Array,
  out: Float64Array,
  count = 1,
  fOff = 0,
  pivOff = 0,
  outOff = 0,
): void {
  const size = n * n;
  for (let i = 0, f = fOff, o = outOff; i < count; i++, f += size, o += size) {
    for (let r = 0, p = 0; r < n; r++) for (let c = 0; c < n; c++, p++) out[o + p] = c < r ? 0 : F[f + p];
    trmm(false, true, n, n, F, f, n, 1, out, o, n);
    swapRows(true, n, n, piv, pivOff + i * n, out, o, n);
  }
}
