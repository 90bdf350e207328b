import { type NdArray, sizeOf } from '../../array.ts';
import { NoConvergenceError } from '../../errors.ts';
import { allocate } from '../../kernel/allocate.ts';
import { NONE } from '../eigh/eigh.ts';
import { once } from '../once.ts';
import { planOf, svdMember } from './member.ts';

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
  const k = Math.min(m, n);
  const uCols = kind === 'none' ? 0 : kind === 'full' ? m : k;
  const vCols = kind === 'none' ? 0 : kind === 'full' ? n : k;
  const s = allocate(members * k);
  const U = uCols ? allocate(members * m * uCols) : NONE;
  const V = vCols ? allocate(members * n * vCols) : NONE;
  const plan = planOf(m, n, uCols, vCols);
  for (let i = 0; i < members; i++) {
    if (!svdMember(op, plan, A.data, i * m * n, U, i * m * uCols, s, i * k, V, i * n * vCols)) {
      throw new NoConvergenceError(op, 30 * k, Number.NaN);
    }
  }
  return {
    U: { shape: [...stack, m, uCols], data: U },
    s: { shape: [...stack, k], data: s },
    V: { shape: [...stack, n, vCols], data: V },
  };
}
