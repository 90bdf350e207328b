import { swapRows } from '../kernel/swapRows.ts';
import { trsm } from '../kernel/trsm.ts';
import { regular } from './lu.ts';

/**
 * Solutions of a stack of linear systems from the factors that `lu` left, into `out`: A_i·X_i = B_i.
 *
 * @param n size of the matrices A
 * @param k columns of B
 * @param F factors, as `lu` leaves them
 * @param piv exchanges, likewise
 * @param B n×k right-hand sides, row by row, one after the other
 * @param out room for the n×k solutions; it may be B itself
 * @param count how many systems
 * @param fOff where F starts in its array
 * @param pivOff where piv starts in its array
 * @param bOff where B starts in its array
 * @param outOff where the solutions start in theirs
 * @returns -1, or the first member with a pivot that is exactly zero or not a number: its solution, and that of others like it, is
 *   NaN throughout
 * @example
 * import { lu, luSolve } from '@matgrad/core/kernel';
 * const F = Float64Array.of(2, 0, 0, 4);
 * const piv = new Int32Array(2);
 * lu(2, F, F, piv);
 * const x = Float64Array.of(2, 8);
 * luSolve(2, 1, F, piv, x, x) //=> -1
 * Array.from(x) //=> [1, 2]
 */
export function luSolve(
  n: number,
  k: number,
  F: Float64Array,
  piv: Int32Array,
  B: Float64Array,
  out: Float64Array,
  count = 1,
  fOff = 0,
  pivOff = 0,
  bOff = 0,
  outOff = 0,
): number {
  const size = n * k;
  let failed = -1;
  for (let i = 0, f = fOff, b = bOff, o = outOff; i < count; i++, f += n * n, b += size, o += size) {
    if (regular(n, F, f)) {
      for (let p = 0; p < size; p++) out[o + p] = B[b + p];
      swapRows(false, n, k, piv, pivOff + i * n, out, o, k);
      trsm(false, true, n, k, F, f, n, 1, out, o, k);
      trsm(true, false, n, k, F, f, n, 1, out, o, k);
    } else {
      out.fill(Number.NaN, o, o + size);
      if (failed < 0) failed = i;
    }
  }
  return failed;
}
