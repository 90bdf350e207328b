import { gemm } from '../kernel/gemm.ts';
import { workspace } from '../kernel/workspace.ts';

/**
 * The matrices whose factors `cod` left, into `out`: Q_i·T_i·Z_iᵀ, which is A_i up to what the decision on its rank neglected.
 *
 * @param m rows
 * @param n columns
 * @param Q m×k factors, k = min(m, n), row by row, one after the other
 * @param T k×k factors, likewise
 * @param Z n×k factors, likewise
 * @param out room for as many m×n matrices; it must overlap neither Q nor Z
 * @param count how many
 * @param qOff where Q starts in its array
 * @param tOff where T starts in its array
 * @param zOff where Z starts in its array
 * @param outOff where the matrices start in theirs
 * @example
 * import { codReconstruct } from '@matgrad/core/kernel';
 * const A = new Float64Array(4);
 * codReconstruct(2, 2, Float64Array.of(1, 0, 0, 1), Float64Array.of(5, 0, 0, 0), Float64Array.of(0, 1, 1, 0), A);
 * Array.from(A) //=> [0, 5, 0, 0]
 */
export function codReconstruct(
  m: number,
  n: number,
  Q: Float64Array,
  T: Float64Array,
  Z: Float64Array,
  out: Float64Array,
  count = 1,
  qOff = 0,
  tOff = 0,
  zOff = 0,
  outOff = 0,
): void {
  const k = Math.min(m, n);
  const X = workspace(m * k);
  for (let i = 0; i < count; i++) {
    gemm(m, k, k, 1, Q, qOff + i * m * k, k, 1, T, tOff + i * k * k, k, 1, 0, X, 0, k);
    gemm(m, n, k, 1, X, 0, k, 1, Z, zOff + i * n * k, 1, k, 0, out, outOff + i * m * n, n);
  }
}
