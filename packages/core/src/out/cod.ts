import { codMember, codRoom, toOrder } from '../factor/cod/cod.ts';
import type { Pivoted } from '../factor/cod/reorder.ts';
import { formQ } from '../factor/qr/applyQ.ts';
import { pivotedMember } from '../factor/qr/pivotedMember.ts';
import { triangularRank } from '../factor/qr/triangularRank.ts';
import { rankTolerance } from '../factor/rankTolerance.ts';
import { finite } from './finite.ts';
import { makeQR } from './qr.ts';
import { partOf, type Workspace } from './workspace.ts';

/** Room for one m×n matrix, its factors with column pivoting, and what comes after. */
function make(m: number, n: number) {
  const k = Math.min(m, n);
  const p: Pivoted = {
    A: { shape: [m, n], data: new Float64Array(m * n) },
    m,
    n,
    R: { shape: [k, n], data: new Float64Array(k * n) },
    perm: new Int32Array(n),
    factors: makeQR(m, n),
    op: 'cod',
  };
  const second = new Float64Array(codRoom(m, n));
  return { p, room: (size: number) => second.fill(0, 0, size) };
}

/**
 * Complete orthogonal decompositions of a stack of matrices of any rank, into `Q`, `T` and `Z`: A_i = Q_i·T_i·Z_iᵀ, up to what the
 * decision on the rank neglects, k = min(m, n).
 *
 * The leading r×r part of T, r the rank, is triangular and nonsingular, all else of it zero: the first r columns of Q span the range
 * of A, those of Z that of Aᵀ. Ranks are those of `lstsq`.
 *
 * @param m rows of A
 * @param n columns of A
 * @param A m×n matrices, row by row, one after the other
 * @param Q room for m×k matrices with orthonormal columns; it must not overlap A
 * @param T room for k×k matrices, upper triangular where r = n, else lower; it must not overlap A
 * @param Z room for n×k matrices with orthonormal columns; it must not overlap A
 * @param ranks room for the numerical rank of each
 * @param count how many matrices
 * @param aOff where A starts in its array
 * @param qOff where Q starts in its array
 * @param tOff where T starts in its array
 * @param zOff where Z starts in its array
 * @param ranksOff where the ranks start in their array
 * @param work workspace to use
 * @param rtol singular values below rtol·σ₁ count as zero; max(m, n)·ε unless given
 * @returns -1, or the first member that is not finite: its factors, and those of others like it, are NaN throughout, and its rank is -1
 * @example
 * import { cod } from '@matgrad/core/kernel';
 * const [Q, T, Z, ranks] = [new Float64Array(4), new Float64Array(4), new Float64Array(4), new Int32Array(1)];
 * cod(2, 2, Float64Array.of(0, 3, 0, 4), Q, T, Z, ranks) //=> -1
 * Array.from(ranks) //=> [1]
 * Array.from(T) //=> [5, 0, 0, 0]
 */
export function cod(
  m: number,
  n: number,
  A: Float64Array,
  Q: Float64Array,
  T: Float64Array,
  Z: Float64Array,
  ranks: Int32Array,
  count = 1,
  aOff = 0,
  qOff = 0,
  tOff = 0,
  zOff = 0,
  ranksOff = 0,
  work?: Workspace,
  rtol: number = rankTolerance(m, n),
): number {
  const { p, room } = partOf(work, 'cod', m, n, make);
  const k = Math.min(m, n);
  let failed = -1;
  for (let i = 0, a = aOff; i < count; i++, a += m * n) {
    const q = qOff + i * m * k;
    const t = tOff + i * k * k;
    const z = zOff + i * n * k;
    const able = finite(m * n, A, a);
    Q.fill(able ? 0 : Number.NaN, q, q + m * k);
    T.fill(able ? 0 : Number.NaN, t, t + k * k);
    Z.fill(able ? 0 : Number.NaN, z, z + n * k);
    if (!able) {
      ranks[ranksOff + i] = -1;
      if (failed < 0) failed = i;
      continue;
    }
    const R = p.R.data.fill(0);
    for (let j = 0; j < m * n; j++) p.A.data[j] = A[a + j];
    pivotedMember(p.factors, 0, A, a, R, 0, p.perm, 0);
    const f = codMember(p, 0, triangularRank(k, R, 0, n, rtol), rtol, room);
    ranks[ranksOff + i] = f.rank;
    for (let r = 0; r < f.rank; r++) {
      for (let c = 0; c < f.rank; c++) T[t + r * k + c] = f.T[f.off + r * f.row + c * f.col];
    }
    formQ(p.factors, 0, k, Q, q);
    if (f.Z) formQ(f.Z, 0, k, Z, z);
    else for (let j = 0; j < k; j++) Z[z + j * (k + 1)] = 1;
    toOrder(n, k, p.perm, 0, Z, z);
  }
  return failed;
}
