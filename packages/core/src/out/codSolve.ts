import { gemm } from '../kernel/gemm.ts';
import { trsm } from '../kernel/trsm.ts';
import { workspace } from '../kernel/workspace.ts';

/**
 * Least-squares solutions of least norm of a stack from the factors that `cod` left, into `out`: X_i = Z_i·T_i⁺·Q_iᵀ·B_i.
 *
 * @param m rows of Q and B
 * @param n rows of Z and X
 * @param c columns of B
 * @param Q m×k factors, k = min(m, n), row by row, one after the other
 * @param T k×k factors, likewise
 * @param Z n×k factors, likewise
 * @param ranks of each
 * @param B m×c right-hand sides, row by row, one after the other
 * @param out room for the n×c solutions; it must not overlap Z
 * @param count how many systems
 * @param qOff where Q starts in its array
 * @param tOff where T starts in its array
 * @param zOff where Z starts in its array
 * @param ranksOff where the ranks start in their array
 * @param bOff where B starts in its array
 * @param outOff where the solutions start in theirs
 * @returns -1, or the first member that `cod` failed for: its solution, and that of others like it, is NaN throughout
 * @example
 * import { cod, codSolve } from '@matgrad/core/kernel';
 * const [Q, T, Z, ranks] = [new Float64Array(4), new Float64Array(4), new Float64Array(4), new Int32Array(1)];
 * cod(2, 2, Float64Array.of(0, 2, 0, 0), Q, T, Z, ranks);
 * const x = new Float64Array(2);
 * codSolve(2, 2, 1, Q, T, Z, ranks, Float64Array.of(8, 1), x) //=> -1
 * Array.from(x) //=> [0, 4]
 */
export function codSolve(
  m: number,
  n: number,
  c: number,
  Q: Float64Array,
  T: Float64Array,
  Z: Float64Array,
  ranks: Int32Array,
  B: Float64Array,
  out: Float64Array,
  count = 1,
  qOff = 0,
  tOff = 0,
  zOff = 0,
  ranksOff = 0,
  bOff = 0,
  outOff = 0,
): number {
  const k = Math.min(m, n);
  const Y = workspace(k * c);
  let failed = -1;
  for (let i = 0; i < count; i++) {
    const o = outOff + i * n * c;
    const r = ranks[ranksOff + i];
    if (r < 0) {
      out.fill(Number.NaN, o, o + n * c);
      if (failed < 0) failed = i;
      continue;
    }
    gemm(r, c, m, 1, Q, qOff + i * m * k, 1, k, B, bOff + i * m * c, c, 1, 0, Y, 0, c);
    trsm(r === n, false, r, c, T, tOff + i * k * k, k, 1, Y, 0, c);
    gemm(n, c, r, 1, Z, zOff + i * n * k, k, 1, Y, 0, c, 1, 0, out, o, c);
  }
  return failed;
}
