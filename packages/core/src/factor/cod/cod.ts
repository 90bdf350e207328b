import type { NdArray } from '../../array.ts';
import { allocate } from '../../kernel/allocate.ts';
import { trsm } from '../../kernel/trsm.ts';
import { workspace } from '../../kernel/workspace.ts';
import { applyQ } from '../qr/applyQ.ts';
import { blockSize, layout, type QRFactors, qrFactor } from '../qr/factor.ts';
import { type QRPivoted, qrPivoted } from '../qr/qrPivoted.ts';
import { loadRows, unscaleColumns } from '../qr/scale.ts';
import { rankTolerance } from '../rankTolerance.ts';
import { neglectsTooMuch, type Pivoted, reorder } from './reorder.ts';

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
  const tol = rtol ?? rankTolerance(p.m, p.n);
  const ranks = p.rank(tol);
  const members = Array.from(ranks, (rank, i) => codMember(p, i, rank, tol));
  for (let i = 0; i < ranks.length; i++) ranks[i] = members[i].rank;
  return { p, ranks, members };
}

/**
 * Goes on with a member of the rank that R seems to have; its part of p is overwritten where pivoting has failed to show the rank.
 * `room` gives zeros, so many as it is told.
 */
export function codMember(p: Pivoted, i: number, estimate: number, rtol: number, room = allocate): CODMember {
  const { m, n } = p;
  const rank = neglectsTooMuch(p, i, estimate, rtol) ? reorder(p, i, rtol) : estimate;
  const R = p.R.data;
  const off = i * Math.min(m, n) * n;
  if (rank === n || rank === 0) return { rank, Z: null, T: R, off, row: n, col: 1 };
  const nb = blockSize(n, rank);
  const s = layout(n, rank, nb, 1).v;
  const F = room(s + rank * rank);
  const Z: QRFactors = { m: n, n: rank, members: 1, nb, F };
  const scales = loadRows(rank, n, R, off, F, 0);
  qrFactor(Z, 0, F, s);
  if (scales) unscaleColumns(rank, rank, scales, F, s);
  return { rank, Z, T: F, off: s, row: 1, col: rank };
}

/** So many numbers as `room` of codMember may be asked for. */
export const codRoom = (m: number, n: number): number => {
  const k = Math.min(m, n);
  return layout(n, k, blockSize(n, k), 1).v + k * k;
};

/** X := P·Z·[T⁻¹ 0]ᵀ·Y: the r×c matrix Y stands in the first rows of the n×c matrix X, whose others are zero. */
export function divideCOD({ p, members }: COD, i: number, c: number, X: Float64Array, x: number): void {
  const { n } = p;
  const { rank, Z, T, off, row, col } = members[i];
  trsm(Z === null, false, rank, c, T, off, row, col, X, x, c);
  if (Z) applyQ(Z, 0, false, X, x, c);
  toOrder(n, c, p.perm, i * n, X, x);
}

/** X := P·X for an n×c matrix X: row j becomes row perm[o + j]. */
export function toOrder(n: number, c: number, perm: Int32Array, o: number, X: Float64Array, x: number): void {
  const moved = workspace(n * c);
  for (let q = 0; q < n * c; q++) moved[q] = X[x + q];
  for (let j = 0, q = 0; j < n; j++) {
    const to = x + perm[o + j] * c;
    for (let l = to; l < to + c; l++, q++) X[l] = moved[q];
  }
}
