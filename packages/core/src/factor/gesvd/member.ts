import {
  ascending,
  finishRows,
  finishValues,
  finishVectors,
  largestEntries,
  largestOfRows,
} from '../eigh/finish.ts';
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

/** Decomposes the finite matrix at A[a] into U[u], s[p], V[v]; U and V are zero before. Whether the iterations converged. */
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
  const { d, order, signs, W, parts, row } = work;
  const [X, x, xRows, xCols, Y, y, yRows, yCols] = flip
    ? [V, v, n, vCols, U, u, m, uCols]
    : [U, u, m, uCols, V, v, n, vCols];
  const e = load(op, m, n, A, a, flip, W ?? X, W ? 0 : x);
  if (!decompose(work, xRows, k, xCols, X, x, Y, y)) return false;
  for (let j = 0; j < k; j++) d[j] = -d[j];
  ascending(k, d, order);
  for (let j = 0; j < k; j++) d[j] = 0 - d[j]; // so that no zero is -0
  finishValues(k, d, order, e, s, p);
  if (xCols === 0) return true;
  if (parts) {
    // The signs are those of U; what U has no column for stays as it is.
    if (flip) largestOfRows(k, k, parts.Vt, signs);
    else largestOfRows(xCols, xRows, parts.Ut, signs);
    if (flip) signs.fill(0, k);
    finishRows(xCols, xRows, parts.Ut, order, signs, X, x);
    finishRows(yCols, yRows, parts.Vt, order, signs, Y, y);
  } else {
    if (flip) largestEntries(k, k, Y, y, k, signs);
    else largestEntries(xRows, k, X, x, k, signs);
    finishVectors(xRows, k, X, x, k, order, signs, row);
    finishVectors(k, k, Y, y, k, order, signs, row);
  }
  return true;
}
