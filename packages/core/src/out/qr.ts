import { formQ } from '../factor/qr/applyQ.ts';
import { blockSize, layout, type QRFactors, qrFactor } from '../factor/qr/factor.ts';
import { loadColumns, unscaleColumns } from '../factor/qr/scale.ts';
import { partOf, type Workspace } from './workspace.ts';

/** New room for the QR of one m×n matrix. */
export function makeQR(m: number, n: number): QRFactors {
  const nb = blockSize(m, n);
  return { m, n, members: 1, nb, F: new Float64Array(layout(m, n, nb, 1).v) };
}

/** Room for the QR of one m×n matrix. */
export const qrPart = (work: Workspace | undefined, m: number, n: number): QRFactors =>
  partOf(work, 'qr', m, n, makeQR);

/**
 * QR factors of a stack of matrices of any rank, into `Q` and `R`: Q_i·R_i = A_i, Q_iᵀ·Q_i = I, k = min(m, n).
 *
 * @param m rows of A
 * @param n columns of A
 * @param A m×n matrices, row by row, one after the other
 * @param Q room for m×k matrices with orthonormal columns; it must not overlap A
 * @param R room for k×n matrices, upper triangular with a nonnegative diagonal; it must not overlap A
 * @param count how many matrices
 * @param aOff where A starts in its array
 * @param qOff where Q starts in its array
 * @param rOff where R starts in its array
 * @param work workspace to use
 * @returns -1, or the first member that is not finite: its factors, and those of others like it, are NaN throughout
 * @example
 * import { qr } from '@matgrad/core/kernel';
 * const Q = new Float64Array(4);
 * const R = new Float64Array(4);
 * qr(2, 2, Float64Array.of(0, 2, 3, 4), Q, R) //=> -1
 * Array.from(Q) //=> [0, 1, 1, 0]
 * Array.from(R) //=> [3, 4, 0, 2]
 */
export function qr(
  m: number,
  n: number,
  A: Float64Array,
  Q: Float64Array,
  R: Float64Array,
  count = 1,
  aOff = 0,
  qOff = 0,
  rOff = 0,
  work?: Workspace,
): number {
  return factor(m, n, Math.min(m, n), A, Q, R, count, aOff, qOff, rOff, work);
}

/**
 * QR factors of a stack, with all of Q, into `Q` and `R`: Q_i·R_i = A_i, Q_iᵀ·Q_i = Q_i·Q_iᵀ = I.
 *
 * The last m - k columns of Q, k = min(m, n), span what is orthogonal to the columns of A, if those are independent.
 *
 * @param m rows of A
 * @param n columns of A
 * @param A m×n matrices, row by row, one after the other
 * @param Q room for orthogonal m×m matrices; it must not overlap A
 * @param R room for m×n matrices, upper triangular with a nonnegative diagonal; it must not overlap A
 * @param count how many matrices
 * @param aOff where A starts in its array
 * @param qOff where Q starts in its array
 * @param rOff where R starts in its array
 * @param work workspace to use
 * @returns -1, or the first member that is not finite: its factors, and those of others like it, are NaN throughout
 * @example
 * import { qrComplete } from '@matgrad/core/kernel';
 * const [Q, R] = [new Float64Array(4), new Float64Array(2)];
 * qrComplete(2, 1, Float64Array.of(0, 3), Q, R) //=> -1
 * Array.from(Q) //=> [0, 1, 1, 0]
 * Array.from(R) //=> [3, 0]
 */
export function qrComplete(
  m: number,
  n: number,
  A: Float64Array,
  Q: Float64Array,
  R: Float64Array,
  count = 1,
  aOff = 0,
  qOff = 0,
  rOff = 0,
  work?: Workspace,
): number {
  return factor(m, n, m, A, Q, R, count, aOff, qOff, rOff, work);
}

/** Into Q with `cols` columns and R with as many rows. */
function factor(
  m: number,
  n: number,
  cols: number,
  A: Float64Array,
  Q: Float64Array,
  R: Float64Array,
  count: number,
  aOff: number,
  qOff: number,
  rOff: number,
  work: Workspace | undefined,
): number {
  const f = qrPart(work, m, n);
  const k = Math.min(m, n);
  const qSize = m * cols;
  const rSize = cols * n;
  let failed = -1;
  for (let i = 0, a = aOff, q = qOff, r = rOff; i < count; i++, a += m * n, q += qSize, r += rSize) {
    Q.fill(0, q, q + qSize);
    R.fill(0, r, r + rSize);
    const scales = loadColumns(m, n, A, a, f.F, 0);
    qrFactor(f, 0, R, r);
    if (scales) unscaleColumns(k, n, scales, R, r);
    formQ(f, 0, cols, Q, q);
    // A column that is not finite leaves NaN in R.
    let zero = 0;
    for (let p = r; p < r + rSize; p++) zero += 0 * R[p];
    if (zero === 0) continue;
    Q.fill(Number.NaN, q, q + qSize);
    R.fill(Number.NaN, r, r + rSize);
    if (failed < 0) failed = i;
  }
  return failed;
}
