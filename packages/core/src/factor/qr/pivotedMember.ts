import { layout, type QRFactors } from './factor.ts';
import { qrFactorPivoted } from './factorPivoted.ts';
import { loadColumns, unscaleColumns } from './scale.ts';

/** Factors the matrix at A[a] with column pivoting: its reflections as a member of f, the order at perm[o], R (zero at first) at R[r]. */
export function pivotedMember(
  f: QRFactors,
  member: number,
  A: Float64Array,
  a: number,
  R: Float64Array,
  r: number,
  perm: Int32Array,
  o: number,
): void {
  const { m, n, nb } = f;
  const scales = loadColumns(m, n, A, a, f.F, layout(m, n, nb, member).v);
  qrFactorPivoted(f, member, R, r, perm, o, scales);
  if (scales) {
    const moved = scales.map((_, j) => scales[perm[o + j]]);
    unscaleColumns(Math.min(m, n), n, moved, R, r);
  }
}
