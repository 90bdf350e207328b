import { formQ } from '../factor/qr/applyQ.ts';
import { pivotedMember } from '../factor/qr/pivotedMember.ts';
import { finite } from './finite.ts';
import { qrPart } from './qr.ts';
import type { Workspace } from './workspace.ts';

/**
 * QR with column pivoting of a stack, into `Q`, `R` and `perm`: A_i·P_i = Q_i·R_i.
 *
 * The column with the largest remaining norm goes first, so the diagonal of R does not increase and tells the rank.
 *
 * @param m rows
 * @param n columns
 * @param A m×n matrices, row by row, one after the other
 * @param Q room for m×k matrices with orthonormal columns, k = min(m, n); it must not overlap A
 * @param R room for k×n upper triangular matrices with nonnegative diagonal; it must not overlap A
 * @param perm room for n numbers for each: column j of A·P is column perm[j] of A
 * @param count how many matrices
 * @param aOff where A starts in its array
 * @param qOff where Q starts in its array
 * @param rOff where R starts in its array
 * @param permOff where perm starts in its array
 * @param work workspace to use
 * @returns -1, or the first member that is not finite: its factors, and those of others like it, are NaN throughout
 * @example
 * import { qrPivoted } from '@matgrad/core/kernel';
 * const [Q, R, perm] = [new Float64Array(4), new Float64Array(4), new Int32Array(2)];
 * qrPivoted(2, 2, Float64Array.of(0, 4, 3, 0), Q, R, perm) //=> -1
 * Array.from(R) //=> [4, 0, 0, 3]
 * Array.from(perm) //=> [1, 0]
 */
export function qrPivoted(
  m: number,
  n: number,
  A: Float64Array,
  Q: Float64Array,
  R: Float64Array,
  perm: Int32Array,
  count = 1,
  aOff = 0,
  qOff = 0,
  rOff = 0,
  permOff = 0,
  work?: Workspace,
): number {
  const f = qrPart(work, m, n);
  const k = Math.min(m, n);
  let failed = -1;
  for (let i = 0, a = aOff, q = qOff, r = rOff; i < count; i++, a += m * n, q += m * k, r += k * n) {
    const o = permOff + i * n;
    const able = finite(m * n, A, a);
    Q.fill(able ? 0 : Number.NaN, q, q + m * k);
    R.fill(able ? 0 : Number.NaN, r, r + k * n);
    if (!able) {
      if (failed < 0) failed = i;
      continue;
    }
    pivotedMember(f, 0, A, a, R, r, perm, o);
    formQ(f, 0, k, Q, q);
  }
  return failed;
}
