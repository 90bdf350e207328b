import { gemm } from '../kernel/gemm.ts';

/**
 * The matrices whose factors `qr` left, into `out`: A_i = Q_i·R_i.
 *
 * @param m rows
 * @param n columns
 * @param Q m×k factors, k = min(m, n), row by row, one after the other
 * @param R k×n factors, likewise
 * @param out room for as many m×n matrices; it must overlap neither
 * @param count how many
 * @param qOff where Q starts in its array
 * @param rOff where R starts in its array
 * @param outOff where the matrices start in theirs
 * @example
 * import { qrReconstruct } from '@matgrad/core/kernel';
 * const A = new Float64Array(4);
 * qrReconstruct(2, 2, Float64Array.of(0, 1, 1, 0), Float64Array.of(3, 0, 0, 2), A);
 * Array.from(A) //=> [0, 2, 3, 0]
 */
export function qrReconstruct(
  m: number,
  n: number,
  Q: Float64Array,
  R: Float64Array,
  out: Float64Array,
  count = 1,
  qOff = 0,
  rOff = 0,
  outOff = 0,
): void {
  const k = Math.min(m, n);
  for (let i = 0; i < count; i++) {
    gemm(m, n, k, 1, Q, qOff + i * m * k, k, 1, R, rOff + i * k * n, n, 1, 0, out, outOff + i * m * n, n);
  }
}
