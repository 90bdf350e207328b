import { gemm } from '../kernel/gemm.ts';
import { workspace } from '../kernel/workspace.ts';

/**
 * The matrices whose parts `svd` left, into `out`: A_i = U_i·diag(s_i)·V_iᵀ.
 *
 * @param m rows
 * @param n columns
 * @param U m×k factors, k = min(m, n), row by row, one after the other
 * @param s k numbers for each
 * @param V n×k factors, likewise
 * @param out room for as many m×n matrices; it must overlap neither U nor V
 * @param count how many
 * @param uOff where U starts in its array
 * @param sOff where s starts in its array
 * @param vOff where V starts in its array
 * @param outOff where the matrices start in theirs
 * @example
 * import { svdReconstruct } from '@matgrad/core/kernel';
 * const A = new Float64Array(4);
 * svdReconstruct(2, 2, Float64Array.of(0, 1, 1, 0), Float64Array.of(3, 2), Float64Array.of(1, 0, 0, 1), A);
 * Array.from(A) //=> [0, 2, 3, 0]
 */
export function svdReconstruct(
  m: number,
  n: number,
  U: Float64Array,
  s: Float64Array,
  V: Float64Array,
  out: Float64Array,
  count = 1,
  uOff = 0,
  sOff = 0,
  vOff = 0,
  outOff = 0,
): void {
  const k = Math.min(m, n);
  const X = workspace(m * k);
  for (let i = 0; i < count; i++) {
    const u = uOff + i * m * k;
    for (let r = 0, p = 0; r < m; r++) for (let j = 0; j < k; j++, p++) X[p] = U[u + p] * s[sOff + i * k + j];
    gemm(m, n, k, 1, X, 0, k, 1, V, vOff + i * n * k, 1, k, 0, out, outOff + i * m * n, n);
  }
}
