import { luFactor } from '../factor/lu/factor.ts';

/**
 * LU with partial pivoting of a stack of square matrices, into `F` and `piv`: P_i·A_i = L_i·U_i.
 *
 * The factors of A as it stands: neither scaled nor judged by its condition, as in LAPACK's dgetrf. `inverse` and `solve` do that.
 *
 * @param n size of the matrices
 * @param A n×n matrices, row by row, one after the other
 * @param F room for as many: U on and above the diagonal, below it L, whose diagonal is 1; it may be A itself
 * @param piv room for n numbers for each: step k exchanged row k with row piv[k] >= k
 * @param count how many matrices
 * @param aOff where A starts in its array
 * @param fOff where the factors start in theirs
 * @param pivOff where the exchanges start in theirs
 * @returns -1, or the first member with a pivot that is exactly zero or not a number: it has no inverse
 * @example
 * import { lu } from '@matgrad/core/kernel';
 * const F = new Float64Array(4);
 * const piv = new Int32Array(2);
 * lu(2, Float64Array.of(1, 2, 4, 4), F, piv) //=> -1
 * Array.from(F) //=> [4, 4, 0.25, 1]
 * Array.from(piv) //=> [1, 1]
 */
export function lu(
  n: number,
  A: Float64Array,
  F: Float64Array,
  piv: Int32Array,
  count = 1,
  aOff = 0,
  fOff = 0,
  pivOff = 0,
): number {
  const size = n * n;
  let failed = -1;
  for (let i = 0, a = aOff, f = fOff; i < count; i++, a += size, f += size) {
    for (let p = 0; p < size; p++) F[f + p] = A[a + p];
    luFactor(n, n, F, f, piv, pivOff + i * n);
    if (failed < 0 && !regular(n, F, f)) failed = i;
  }
  return failed;
}

/** Whether no pivot is zero or NaN. */
export function regular(n: number, F: Float64Array, f: number): boolean {
  for (let i = 0, p = f; i < n; i++, p += n + 1) if (!(Math.abs(F[p]) > 0)) return false;
  return true;
}
