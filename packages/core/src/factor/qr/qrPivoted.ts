import { type NdArray, sizeOf } from '../../array.ts';
import { allocate } from '../../kernel/allocate.ts';
import { rankTolerance } from '../rankTolerance.ts';
import { blockSize, layout, type QRFactors } from './factor.ts';
import { Factored } from './factored.ts';
import { pivotedMember } from './pivotedMember.ts';
import { triangularRank } from './triangularRank.ts';

/** A factored stack A·P = Q·R of m×n matrices, where the diagonal of R does not increase; k = min(m, n). */
export interface QRPivoted {
  readonly A: NdArray;
  readonly m: number;
  readonly n: number;
  /** [..., m, k], orthonormal columns; formed when first asked for. */
  readonly Q: NdArray;
  /** [..., k, n], upper triangular: r_ii² >= Σ r_lj², l = i..j, for j > i, and r_ii >= 0. */
  readonly R: NdArray;
  /** Column j of A·P is column perm[j] of A; [member, n]. */
  readonly perm: Int32Array;
  readonly factors: QRFactors;
  readonly op: string;
  /**
   * One number per member: how many leading columns of R have singular values above rtol·σ₁, estimated as they come (Bischof 1990).
   * Default: rtol = max(m, n)·ε.
   */
  rank(rtol?: number): Int32Array;
  /** Q·B without forming Q. */
  applyQ(B: NdArray): NdArray;
  /** Qᵀ·B without forming Q. */
  applyQt(B: NdArray): NdArray;
}

class PivotedQR extends Factored implements QRPivoted {
  readonly perm: Int32Array;

  constructor(A: NdArray, op: string, cols: number, f: QRFactors, R: Float64Array, perm: Int32Array) {
    super(A, op, A.shape.slice(0, -2), cols, f, R);
    this.perm = perm;
  }

  rank(rtol = rankTolerance(this.m, this.n)): Int32Array {
    const { n, cols, R } = this;
    const ranks = new Int32Array(this.factors.members);
    for (let i = 0; i < ranks.length; i++) ranks[i] = triangularRank(cols, R.data, i * cols * n, n, rtol);
    return ranks;
  }
}

/** Factors each member of a stack [..., m, n] with column pivoting; `op` names the caller in errors. */
export function qrPivoted(A: NdArray, op: string): QRPivoted {
  const axes = A.shape.length - 2;
  const m = A.shape[axes];
  const n = A.shape[axes + 1];
  const members = sizeOf(A.shape.slice(0, axes));
  const k = Math.min(m, n);
  const nb = blockSize(m, n);
  const f: QRFactors = { m, n, members, nb, F: allocate(layout(m, n, nb, members).v) };
  const R = allocate(members * k * n);
  const perm = new Int32Array(members * n);
  for (let i = 0; i < members; i++) {
    pivotedMember(f, i, A.data, i * m * n, R, i * k * n, perm, i * n);
  }
  return new PivotedQR(A, op, k, f, R, perm);
}
