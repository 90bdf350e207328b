import { type NdArray, sizeOf } from '../../array.ts';
import { NoConvergenceError } from '../../errors.ts';
import { allocate } from '../../kernel/allocate.ts';
import { bidiag, bidiagWork } from '../../kernel/bidiag.ts';
import { bidiagApply, bidiagApplyWork } from '../../kernel/bidiagApply.ts';
import { bidiagDivide } from '../../kernel/bidiagDivide.ts';
import { bidiagWorkspace } from '../../kernel/bidiagMerge.ts';
import { bidiagQR } from '../../kernel/bidiagQR.ts';
import { ascending, finishValues, finishVectors, largestEntries } from '../eigh/finish.ts';
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

/** Decomposes tall m×n matrices, m >= n, in workspace of its own; U has uCols columns, n or m, or none. */
function tall(m: number, n: number, uCols: number) {
  const W = new Float64Array(m * n);
  const L = new Float64Array(n * m);
  const R = new Float64Array(n * n);
  const [d, e, tauL, tauR, row] = Array.from({ length: 5 }, () => new Float64Array(m));
  const order = Int32Array.from({ length: m }, (_, i) => i);
  const work = new Float64Array(Math.max(bidiagWork(m, n), bidiagApplyWork(m)));
  const space = uCols > 0 ? bidiagWorkspace(n) : undefined;

  function values(): boolean {
    L.fill(0);
    R.fill(0);
    bidiag(m, n, W, 0, n, d, e, L, tauL, R, tauR, work);
    return space !== undefined || bidiagQR(n, d, e, 0, 0, W, 0, 0, 0, W, 0, 0) >= 0;
  }

  function vectors(U: Float64Array, uOff: number, V: Float64Array, vOff: number): boolean {
    if (!space) return true;
    if (bidiagDivide(n, 0, d, e, 0, U, uOff, uCols, V, vOff, n, space) < 0) return false;
    for (let i = n; i < uCols; i++) U[uOff + i * (uCols + 1)] = 1;
    bidiagApply(n, 0, m, L, tauL, uCols, U, uOff, uCols, work);
    bidiagApply(n - 1, 1, n, R, tauR, n, V, vOff, n, work);
    return true;
  }

  return { W, d, tauL, row, order, values, vectors };
}

/** Decomposes each member of a stack [..., m, n]; `op` names the caller in errors. */
export function svd(A: NdArray, op: string, options: SVDOptions = {}): SVD {
  const kind = options.vectors ?? 'thin';
  const axes = A.shape.length - 2;
  const [m, n] = A.shape.slice(axes);
  const stack = A.shape.slice(0, axes);
  const members = sizeOf(stack);
  const flip = m < n;
  const [long, k] = flip ? [n, m] : [m, n];
  const columns = (rows: number) => (kind === 'none' ? 0 : kind === 'full' ? rows : k);
  const [uCols, vCols] = [columns(m), columns(n)];
  const s = allocate(members * k);
  const U = allocate(members * m * uCols);
  const V = allocate(members * n * vCols);
  const [left, leftCols, right] = flip ? [V, vCols, U] : [U, uCols, V];
  const { W, d, tauL, row, order, values, vectors } = tall(long, k, leftCols);
  for (let i = 0; i < members; i++) {
    const u = i * m * uCols;
    const v = i * n * vCols;
    const e = load(op, m, n, A.data, i * m * n, flip, W);
    if (!values() || !vectors(left, flip ? v : u, right, flip ? u : v)) {
      throw new NoConvergenceError(op, 30 * k, Number.NaN);
    }
    for (let j = 0; j < k; j++) d[j] = -d[j];
    ascending(k, d, order);
    for (let j = 0; j < k; j++) d[j] = -d[j];
    finishValues(k, d, order, e, s, i * k);
    if (kind === 'none') continue;
    largestEntries(m, uCols, U, u, uCols, tauL);
    finishVectors(m, uCols, U, u, uCols, order, tauL, row);
    if (vCols > k) for (let j = k; j < vCols; j++) tauL[j] = 0;
    finishVectors(n, vCols, V, v, vCols, order, tauL, row);
  }
  return {
    U: { shape: [...stack, m, uCols], data: U },
    s: { shape: [...stack, k], data: s },
    V: { shape: [...stack, n, vCols], data: V },
  };
}
