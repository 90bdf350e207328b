import { type NdArray, sizeOf } from '../../array.ts';
import { NoConvergenceError } from '../../errors.ts';
import { exponent, ldexp } from '../../kernel/exponent.ts';
import { svdJacobi } from '../../kernel/svdJacobi.ts';
import { transpose } from '../../kernel/transpose.ts';

// Quadratic convergence takes 5 to 10 sweeps; 40 is out of reach but for NaN.
const SWEEPS = 40;

/** Thin singular value decompositions A = U·diag(s)·Vᵀ of a stack, k = min(m, n). */
export interface SVD {
  /** [..., m, k], orthonormal columns at every rank. */
  readonly U: NdArray;
  /** [..., k], descending. */
  readonly s: NdArray;
  /** [..., n, k] */
  readonly V: NdArray;
}

/** Decomposes each member of a stack [..., m, n]; `op` names the caller in errors. */
export function svd(A: NdArray, op: string): SVD {
  const axes = A.shape.length - 2;
  const m = A.shape[axes];
  const n = A.shape[axes + 1];
  const stack = A.shape.slice(0, axes);
  const members = sizeOf(stack);
  const tall = m >= n;
  const long = tall ? m : n;
  const k = tall ? n : m;
  // Columns of A, or of Aᵀ if A is wide, as rows.
  const W = new Float64Array(members * m * n);
  const T = new Float64Array(members * k * k);
  const s = new Float64Array(members * k);
  for (let i = 0; i < members; i++) {
    const a = i * m * n;
    let max = 0;
    for (let p = a; p < a + m * n; p++) max = Math.max(max, Math.abs(A.data[p]));
    const e = exponent(max);
    if (tall) transpose(m, n, A.data, a, n, W, a, m);
    else W.set(A.data.subarray(a, a + m * n), a);
    for (let p = a; p < a + m * n; p++) W[p] = ldexp(W[p], -e);
    for (let j = 0; j < k; j++) T[i * k * k + j * (k + 1)] = 1;
    if (svdJacobi(long, k, W, a, T, i * k * k, s, i * k, SWEEPS) < 0) {
      throw new NoConvergenceError(op, SWEEPS, Number.NaN);
    }
    for (let j = i * k; j < (i + 1) * k; j++) s[j] = ldexp(s[j], e);
  }
  const columns = (rows: number, X: Float64Array): NdArray => {
    const data = new Float64Array(X.length);
    for (let i = 0; i < members; i++) transpose(k, rows, X, i * k * rows, rows, data, i * k * rows, k);
    return { shape: [...stack, rows, k], data };
  };
  const left = columns(long, W);
  const right = columns(k, T);
  return { U: tall ? left : right, s: { shape: [...stack, k], data: s }, V: tall ? right : left };
}
