import { gemm } from '../kernel/gemm.ts';
import { trsm } from '../kernel/trsm.ts';
import { regular } from './lu.ts';

/**
 * Least-squares solutions of a stack from the factors that `qr` left, m >= n, into `out`: R_i·X_i = Q_iᵀ·B_i.
 *
 * @param m rows of Q and B, at least n
 * @param n columns of Q, rows of X
 * @param k columns of B
 * @param Q m×n matrices with orthonormal columns, row by row, one after the other
 * @param R upper triangular n×n matrices, likewise
 * @param B m×k right-hand sides, likewise
 * @param out room for the n×k solutions; it must not overlap B
 * @param count how many systems
 * @param qOff where Q starts in its array
 * @param rOff where R starts in its array
 * @param bOff where B starts in its array
 * @param outOff where the solutions start in theirs
 * @returns -1, or the first member with a zero, or what is not a number, on the diagonal of R: its solution, and that of others like
 *   it, is NaN throughout
 * @example
 * import { qr, qrSolve } from '@matgrad/core/kernel';
 * const [Q, R, x] = [new Float64Array(4), new Float64Array(4), new Float64Array(2)];
 * qr(2, 2, Float64Array.of(0, 2, 3, 4), Q, R);
 * qrSolve(2, 2, 1, Q, R, Float64Array.of(4, 11), x) //=> -1
 * Array.from(x) //=> [1, 2]
 */
export function qrSolve(
  m: number,
  n: number,
  k: number,
  Q: Float64Array,
  R: Float64Array,
  B: Float64Array,
  out: Float64Array,
  count = 1,
  qOff = 0,
  rOff = 0,
  bOff = 0,
  outOff = 0,
): number {
  let failed = -1;
  for (let i = 0, r = rOff, o = outOff; i < count; i++, r += n * n, o += n * k) {
    if (regular(n, R, r)) {
      gemm(n, k, m, 1, Q, qOff + i * m * n, 1, n, B, bOff + i * m * k, k, 1, 0, out, o, k);
      trsm(true, false, n, k, R, r, n, 1, out, o, k);
    } else {
      out.fill(Number.NaN, o, o + n * k);
      if (failed < 0) failed = i;
    }
  }
  return failed;
}
