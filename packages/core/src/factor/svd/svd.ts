import { type NdArray, sizeOf } from '../../array.ts';
import { NoConvergenceError } from '../../errors.ts';
import { svdJacobi } from '../../kernel/svdJacobi.ts';
import { turnedStack } from '../schur/members.ts';
import { normalised, rescale } from '../schur/normalise.ts';

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
  const { data } = tall ? turnedStack(A) : A;
  const W = new Float64Array(members * m * n);
  const T = new Float64Array(members * k * k);
  const s = new Float64Array(members * k);
  for (let i = 0; i < members; i++) {
    const e = normalised(m * n, data, i * m * n, W, i * m * n);
    for (let j = 0; j < k; j++) T[i * k * k + j * (k + 1)] = 1;
    if (svdJacobi(long, k, W, i * m * n, T, i * k * k, s, i * k, SWEEPS) < 0) {
      throw new NoConvergenceError(op, SWEEPS, Number.NaN);
    }
    rescale(k, s, i * k, e);
  }
  const left = turnedStack({ shape: [...stack, k, long], data: W });
  const right = turnedStack({ shape: [...stack, k, k], data: T });
  return { U: tall ? left : right, s: { shape: [...stack, k], data: s }, V: tall ? right : left };
}
