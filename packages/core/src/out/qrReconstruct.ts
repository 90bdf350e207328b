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
  multiply(m, n, Math.min(m, n), Q, R, out, count, qOff, rOff, outOff);
}

/**
 * The matrices whose factors `qrComplete` left, into `out`: A_i = Q_i·R_i.
 *
 * @param m rows
 * @param n columns
 * @param Q m×m factors, row by row, one after the other
 * @param R m×n factors, likewise
 * @param out room for as many m×n matrices; it must overlap neither
 * @param count how many
 * @param qOff where Q starts in its array
 * @param rOff where R starts in its array
 * @param outOff where the matrices start in theirs
 * @example
 * import { qrCompleteReconstruct } from '@matgrad/core/kernel';
 * const A = new Float64Array(2);
 * qrCompleteReconstruct(2, 1, Float64Array.of(0, 1, 1, 0), Float64Array.of(3, 0), A);
 * Array.from(A) //=> [0, 3]
 */
export function qrCompleteReconstruct(
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
  multiply(m, n, m, Q, R, out, count, qOff, rOff, outOff);
}

/** The first min(m, n) of the `cols` columns of Q by the rows of R, of which all others are zero. */
function multiply(
  m: number,
  n: number,
  cols: number,
  Q: Float64Array,
  R: Float64Array,
  out: Float64Array,
  count: number,
  qOff: number,
  rOff: number,
  outOff: number,
): void {
  const k = Math.min(m, n);
  for (let i = 0; i < count; i++) {
    const q = qOff + i * m * cols;
    gemm(m, n, k, 1, Q, q, cols, 1, R, rOff + i * cols * n, n, 1, 0, out, outOff + i * m * n, n);
  }
}
