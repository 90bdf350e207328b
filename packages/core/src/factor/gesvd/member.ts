import { groupsOf, lanes } from '../../kernel/lanes.ts';
import { ascending, finishRows, finishValues, pointRows } from '../eigh/finish.ts';
import { decompose, type Work, workOf } from './decompose.ts';
import { load } from './load.ts';

/** Room and way for m×n matrices whose U and V have so many columns. */
export interface Plan {
  readonly m: number;
  readonly n: number;
  readonly uCols: number;
  readonly vCols: number;
  readonly work: Work;
}

/** A wide matrix is decomposed as Aᵀ = V·diag(s)·Uᵀ. */
export const planOf = (m: number, n: number, uCols: number, vCols: number): Plan => ({
  m,
  n,
  uCols,
  vCols,
  work: m < n ? workOf(n, m, vCols) : workOf(m, n, uCols),
});

/** Decomposes the finite matrix at A[a] into U[u], s[p], V[v]. Whether the iterations converged. */
export function svdMember(
  op: string,
  { m, n, uCols, vCols, work }: Plan,
  A: Float64Array,
  a: number,
  U: Float64Array,
  u: number,
  s: Float64Array,
  p: number,
  V: Float64Array,
  v: number,
): boolean {
  const flip = m < n;
  const k = flip ? m : n;
  const { d, order, signs, W, parts } = work;
  const e = load(op, m, n, A, a, flip, W, 0);
  if (!decompose(work, flip ? n : m, k, flip ? vCols : uCols)) return false;
  for (let j = 0; j < k; j++) d[j] = -d[j];
  ascending(k, d, order);
  for (let j = 0; j < k; j++) d[j] = 0 - d[j]; // so that no zero is -0
  finishValues(k, d, order, e, s, p);
  if ((flip ? vCols : uCols) === 0) return true;
  const [X, x, xRows, xCols, Y, y, yRows, yCols] = flip
    ? [V, v, n, vCols, U, u, m, uCols]
    : [U, u, m, uCols, V, v, n, vCols];
  if (parts) {
    // The signs are those of U; what U has no column for stays as it is.
    signs.fill(1);
    if (flip) pointRows(k, k, parts.Vt, signs);
    else pointRows(xCols, xRows, parts.Ut, signs);
    finishRows(xCols, xRows, parts.Ut, order, signs, X, x);
    finishRows(yCols, yRows, parts.Vt, order, signs, Y, y);
  } else {
    const second = groupsOf(xRows);
    lanes.point(flip ? second : 0, flip ? k : xRows, k, signs);
    lanes.store(0, xRows, k, X, x, k, 1, order, signs);
    lanes.store(second, k, k, Y, y, k, 1, order, signs);
  }
  return true;
}
