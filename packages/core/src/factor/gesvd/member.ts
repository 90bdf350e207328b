import {
  ascending,
  finishRows,
  finishValues,
  finishVectors,
  largestEntries,
  largestOfRows,
} from '../eigh/finish.ts';
import { type Decompose, decompose } from './decompose.ts';
import { load } from './load.ts';

/** Room and way for m×n matrices whose U and V have so many columns. */
export interface Plan {
  readonly m: number;
  readonly n: number;
  readonly uCols: number;
  readonly vCols: number;
  readonly way: Decompose;
}

/** A wide matrix is decomposed as Aᵀ = V·diag(s)·Uᵀ. */
export const planOf = (m: number, n: number, uCols: number, vCols: number): Plan => ({
  m,
  n,
  uCols,
  vCols,
  way: m < n ? decompose(n, m, vCols) : decompose(m, n, uCols),
});

/** Decomposes the finite matrix at A[a] into U[u], s[p], V[v]; U and V are zero before. Whether the iterations converged. */
export function svdMember(
  op: string,
  { m, n, uCols, vCols, way }: Plan,
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
  const { d, order, signs, W } = way;
  const [X, x, xRows, xCols, Y, y, yRows, yCols] = flip
    ? [V, v, n, vCols, U, u, m, uCols]
    : [U, u, m, uCols, V, v, n, vCols];
  const e = load(op, m, n, A, a, flip, W ?? X, W ? 0 : x);
  if (!way.run(X, x, Y, y)) return false;
  for (let j = 0; j < k; j++) d[j] = -d[j];
  ascending(k, d, order);
  for (let j = 0; j < k; j++) d[j] = 0 - d[j]; // so that no zero is -0
  finishValues(k, d, order, e, s, p);
  if (xCols === 0) return true;
  if (way.Ut && way.Vt) {
    // The signs are those of U; what U has no column for stays as it is.
    if (flip) largestOfRows(k, k, way.Vt, signs);
    else largestOfRows(xCols, xRows, way.Ut, signs);
    if (flip) signs.fill(0, k);
    finishRows(xCols, xRows, way.Ut, order, signs, X, x);
    finishRows(yCols, yRows, way.Vt, order, signs, Y, y);
  } else {
    if (flip) largestEntries(k, k, Y, y, k, signs);
    else largestEntries(xRows, k, X, x, k, signs);
    finishVectors(xRows, k, X, x, k, order, signs, way.row);
    finishVectors(k, k, Y, y, k, order, signs, way.row);
  }
  return true;
}
