import { gemm } from '../kernel/gemm.ts';
import { workspace } from '../kernel/workspace.ts';

/**
 * The matrices whose factors `qrPivoted` left, into `out`: A_i = Q_i·R_i·P_iᵀ.
 *
 * @param m rows
 * @param n columns
 * @param Q factors, as `qrPivoted` leaves them
 * @param R likewise
 * @param perm likewise
 * @param out room for as many m×n matrices
 * @param count how many
 * @param qOff where Q starts in its array
 * @param rOff where R starts in its array
 * @param permOff where perm starts in its array
 * @param outOff where the matrices start in theirs
 * @example
 * import { qrPivotedReconstruct } from '@matgrad/core/kernel';
 * const A = new Float64Array(4);
 * qrPivotedReconstruct(2, 2, Float64Array.of(1, 0, 0, 1), Float64Array.of(4, 0, 0, 3), Int32Array.of(1, 0), A);
 * Array.from(A) //=> [0, 4, 3, 0]
 */
export function qrPivotedReconstruct(
  m: number,
  n: number,
  Q: Float64Array,
  R: Float64Array,
  perm: Int32Array,
  out: Float64Array,
  count = 1,
  qOff = 0,
  rOff = 0,
  permOff = 0,
  outOff = 0,
): void {
  const k = Math.min(m, n);
  const X = workspace(m * n);
  for (let i = 0; i < count; i++) {
    const p = permOff + i * n;
    gemm(m, n, k, 1, Q, qOff + i * m * k, k, 1, R, rOff + i * k * n, n, 1, 0, X, 0, n);
    for (let r = 0, at = outOff + i * m * n, x = 0; r < m; r++, at += n) {
      for (let j = 0; j < n; j++, x++) out[at + perm[p + j]] = X[x];
    }
  }
}
