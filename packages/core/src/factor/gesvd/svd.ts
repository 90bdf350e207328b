import { type NdArray, sizeOf } from '../../array.ts';
import { NoConvergenceError } from '../../errors.ts';
import { allocate } from '../../kernel/allocate.ts';
import {
  ascending,
  finishRows,
  finishValues,
  finishVectors,
  largestEntries,
  largestOfRows,
} from '../eigh/finish.ts';
import { once } from '../once.ts';
import { decompose } from './decompose.ts';
import { load } from './load.ts';

/** Singular value decompositions A = U·diag(s)·Vᵀ of a stack, k = min(m, n). */
export interface SVD {
  /** [..., m, k] thin or [..., m, m] full, orthonormal columns; the largest entry of each is positive (the first of equals). */
  readonly U: NdArray;
  /** [..., k], descending. */
  readonly s: NdArray;
  /** [..., n, k] thin or [..., n, n] full, orthonormal columns. */
  readonly V: NdArray;
}

export interface SVDOptions {
  /** 'thin' unless said otherwise; 'none' leaves U and V without columns. */
  readonly vectors?: 'thin' | 'full' | 'none';
}

/** Decomposes each member of a stack [..., m, n]; `op` names the caller in errors. */
export function svd(A: NdArray, op: string, options: SVDOptions = {}): SVD {
  const kind = options.vectors ?? 'thin';
  if (kind === 'thin') return once('svd', A, op, thin);
  return kind === 'full' ? once('svd, full', A, op, full) : once('svd, none', A, op, none);
}

type Kind = 'thin' | 'full' | 'none';
const thin = (A: NdArray, op: string) => decomposeAll(A, op, 'thin');
const full = (A: NdArray, op: string) => decomposeAll(A, op, 'full');
const none = (A: NdArray, op: string) => decomposeAll(A, op, 'none');

function decomposeAll(A: NdArray, op: string, kind: Kind): SVD {
  const axes = A.shape.length - 2;
  const m = A.shape[axes];
  const n = A.shape[axes + 1];
  const stack = A.shape.slice(0, axes);
  const members = sizeOf(stack);
  const flip = m < n;
  const k = flip ? m : n;
  const uCols = kind === 'none' ? 0 : kind === 'full' ? m : k;
  const vCols = kind === 'none' ? 0 : kind === 'full' ? n : k;
  const s = allocate(members * k);
  const U = allocate(members * m * uCols);
  const V = allocate(members * n * vCols);
  // A wide matrix is decomposed as Aᵀ = V·diag(s)·Uᵀ.
  const way = flip ? decompose(n, m, vCols) : decompose(m, n, uCols);
  const { d, order, signs, W } = way;
  const [X, xRows, xCols, Y, yRows, yCols] = flip ? [V, n, vCols, U, m, uCols] : [U, m, uCols, V, n, vCols];
  for (let i = 0; i < members; i++) {
    const x = i * xRows * xCols;
    const y = i * yRows * yCols;
    const e = load(op, m, n, A.data, i * m * n, flip, W ?? X, W ? 0 : x);
    if (!way.run(X, x, Y, y)) throw new NoConvergenceError(op, 30 * k, Number.NaN);
    for (let j = 0; j < k; j++) d[j] = -d[j];
    ascending(k, d, order);
    for (let j = 0; j < k; j++) d[j] = 0 - d[j]; // so that no zero is -0
    finishValues(k, d, order, e, s, i * k);
    if (kind === 'none') continue;
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
  }
  return {
    U: { shape: [...stack, m, uCols], data: U },
    s: { shape: [...stack, k], data: s },
    V: { shape: [...stack, n, vCols], data: V },
  };
}
