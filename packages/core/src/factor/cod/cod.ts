import type { NdArray } from '../../array.ts';
import { trsm } from '../../kernel/trsm.ts';
import { workspace } from '../../kernel/workspace.ts';
import { applyQ } from '../qr/applyQ.ts';
import { blockSize, layout, type QRFactors, qrFactor } from '../qr/factor.ts';
import { type QRPivoted, qrPivoted } from '../qr/qrPivoted.ts';
import { loadRows, unscaleColumns } from '../qr/scale.ts';
import { neglectsTooMuch, reorder } from './reorder.ts';

/**
 * The complete orthogonal decomposition of one m×n matrix of rank r: A·P = Q·[T 0; 0 0]·Zᵀ, up to what the rank decision neglects.
 *
 * T = Sᵀ with the S of a second factorisation, of the first r rows of R: [R₁ R₂]ᵀ = Z·S. If r = n there is none, T = R₁.
 */
export interface CODMember {
  readonly rank: number;
  /** Z, or null where it is the identity. */
  readonly Z: QRFactors | null;
  /** T is read at T[off + i·row + j·col]; upper triangular if Z is null, else lower. */
  readonly T: Float64Array;
  readonly off: number;
  readonly row: number;
  readonly col: number;
}

/** The decompositions of a stack [..., m, n]. */
export interface COD {
  readonly p: QRPivoted;
  readonly ranks: Int32Array;
  readonly members: readonly CODMember[];
}

/** Decomposes each member of a stack; ranks as in QRPivoted.rank. */
export function cod(A: NdArray, op: string, rtol?: number): COD {
  const p = qrPivoted(A, op);
  const tol = rtol ?? Math.max(p.m, p.n) * 2 ** -52;
  const members: CODMember[] = [];
  const ranks = p.rank(tol);
  for (let i = 0; i < ranks.length; i++) {
    if (neglectsTooMuch(p, i, ranks[i], tol)) ranks[i] = reorder(p, i, tol);
    members.push(second(p, i, ranks[i]));
  }
  return { p, ranks, members };
}

function second(p: QRPivoted, i: number, rank: number): CODMember {
  const { m, n } = p;
  const R = p.R.data;
  const off = i * Math.min(m, n) * n;
  if (rank === n || rank === 0) return { rank, Z: null, T: R, off, row: n, col: 1 };
  const nb = blockSize(n, rank);
  const Z: QRFactors = { m: n, n: rank, members: 1, nb, F: new Float64Array(layout(n, rank, nb, 1).v) };
  const scales = loadRows(rank, n, R, off, Z.F, 0);
  const S = new Float64Array(rank * rank);
  qrFactor(Z, 0, S, 0);
  if (scales) unscaleColumns(rank, rank, scales, S, 0);
  return { rank, Z, T: S, off: 0, row: 1, col: rank };
}

/** X := P·Z·[T⁻¹ 0]ᵀ·Y: the r×c matrix Y stands in the first rows of the n×c matrix X, whose others are zero. */
export function divideCOD({ p, members }: COD, i: number, c: number, X: Float64Array, x: number): void {
  const { n } = p;
  const { rank, Z, T, off, row, col } = members[i];
  trsm(Z === null, false, rank, c, T, off, row, col, X, x, c);
  if (Z) applyQ(Z, 0, false, X, x, c);
  const moved = workspace(n * c);
  for (let q = 0; q < n * c; q++) moved[q] = X[x + q];
  for (let j = 0, q = 0; j < n; j++) {
    const to = x + p.perm[i * n + j] * c;
    for (let l = to; l < to + c; l++, q++) X[l] = moved[q];
  }
}
