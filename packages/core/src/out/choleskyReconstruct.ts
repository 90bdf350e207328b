import { trmm } from '../kernel/trmm.ts';

/**
 * The matrices whose factors `cholesky` left, into `out`: A_i = L_i·L_iᵀ.
 *
 * @param n size of the factors
 * @param L lower triangular n×n factors, row by row, one after the other; what stands above their diagonals is not read
 * @param out room for as many matrices; it must not overlap L
 * @param count how many
 * @param lOff where L starts in its array
 * @param outOff where the matrices start in theirs
 * @example
 * import { choleskyReconstruct } from '@matgrad/core/kernel';
 * const A = new Float64Array(4);
 * choleskyReconstruct(2, Float64Array.of(2, 0, 1, 2), A);
 * Array.from(A) //=> [4, 2, 2, 5]
 */
export function choleskyReconstruct(
  n: number,
  L: Float64Array,
  out: Float64Array,
  count = 1,
  lOff = 0,
  outOff = 0,
): void {
  const size = n * n;
  for (let i = 0, l = lOff, o = outOff; i < count; i++, l += size, o += size) {
    for (let r = 0; r < n; r++) for (let c = 0; c < n; c++) out[o + r * n + c] = c < r ? 0 : L[l + c * n + r];
    trmm(false, false, n, n, L, l, n, 1, out, o, n);
  }
}
