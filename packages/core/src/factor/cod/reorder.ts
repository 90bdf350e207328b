import { transpose } from '../../kernel/transpose.ts';
import { layout, qrFactor } from '../qr/factor.ts';
import { type QRPivoted, qrPivoted } from '../qr/qrPivoted.ts';
import { loadColumns, unscaleColumns } from '../qr/scale.ts';
import { svd } from '../svd/svd.ts';

// Pivoting leaves R_rr within this factor of what it neglects, but for matrices made against it (Kahan 1966).
const SLACK = 10;

/** What is needed of a stack factored with column pivoting to go on with one of its members. */
export type Pivoted = Pick<QRPivoted, 'A' | 'm' | 'n' | 'R' | 'perm' | 'factors' | 'op'>;

/** Whether the rank decided on neglects a part of R that is not small. */
export function neglectsTooMuch({ m, n, R }: Pivoted, member: number, rank: number, rtol: number): boolean {
  const k = Math.min(m, n);
  const off = member * k * n;
  return rank < k && R.data[off + rank * (n + 1)] > SLACK * rtol * R.data[off];
}

/**
 * Factors a member again, its columns in an order that the right singular vectors choose: the r leading ones, pivoted
 * (Golub, Klema and Stewart 1976). Its part of `p` is overwritten.
 *
 * @returns the number of singular values above rtol·σ₁
 */
export function reorder(p: Pivoted, member: number, rtol: number): number {
  const { A, m, n, R, perm, factors } = p;
  const k = Math.min(m, n);
  const off = member * k * n;
  const { s, V } = svd({ shape: [k, n], data: R.data.slice(off, off + k * n) }, p.op);
  let rank = 0;
  while (rank < k && s.data[rank] > rtol * s.data[0]) rank++;
  const W = new Float64Array(rank * n);
  transpose(n, rank, V.data, 0, k, W, 0, n);
  const order = qrPivoted({ shape: [rank, n], data: W }, p.op).perm;
  const own = perm.slice(member * n, (member + 1) * n);
  const AP = new Float64Array(m * n);
  for (let j = 0; j < n; j++) {
    const from = own[order[j]];
    perm[member * n + j] = from;
    for (let i = 0; i < m; i++) AP[i * n + j] = A.data[member * m * n + i * n + from];
  }
  const { v, t } = layout(m, n, factors.nb, member);
  factors.F.fill(0, t, layout(m, n, factors.nb, member + 1).v);
  R.data.fill(0, off, off + k * n);
  const scales = loadColumns(m, n, AP, 0, factors.F, v);
  qrFactor(factors, member, R.data, off);
  if (scales) unscaleColumns(k, n, scales, R.data, off);
  return rank;
}
