import { type NdArray, sizeOf } from '../../array.ts';
import { NoConvergenceError } from '../../errors.ts';
import { allocate } from '../../kernel/allocate.ts';
import { once } from '../once.ts';
import { eighMember, workOf } from './member.ts';

/** Eigenvalues and eigenvectors of a stack of symmetric matrices: A·V = V·diag(w). */
export interface Eigh {
  /** [..., n], ascending. */
  readonly w: NdArray;
  /** [..., n, n], orthonormal columns; the largest entry of each is positive (the first of equals). */
  readonly V: NdArray;
}

/**
 * Decomposes each member of a stack [..., n, n], of which the lower triangle is read; `op` names the caller in errors. Without
 * vectors, V has none.
 */
export const eigh = (A: NdArray, op: string, vectors = true): Eigh =>
  vectors ? once('eigh', A, op, all) : once('eigh, none', A, op, values);

const all = (A: NdArray, op: string) => decomposeAll(A, op, true);
const values = (A: NdArray, op: string) => decomposeAll(A, op, false);

/** Vectors that nobody asked for. */
export const NONE = /* @__PURE__ */ new Float64Array(0);

function decomposeAll(A: NdArray, op: string, vectors: boolean): Eigh {
  const axes = A.shape.length - 2;
  const n = A.shape[axes];
  const stack = A.shape.slice(0, axes);
  const members = axes === 0 ? 1 : sizeOf(stack);
  const w = allocate(members * n);
  const V = vectors ? allocate(members * n * n) : NONE;
  const work = workOf(n, vectors);
  for (let m = 0; m < members; m++) {
    if (!eighMember(op, n, vectors, work, A.data, m * n * n, w, m * n, V, m * n * n))
      throw new NoConvergenceError(op, 30 * n, Number.NaN);
  }
  return {
    w: { shape: axes === 0 ? [n] : [...stack, n], data: w },
    V: { shape: vectors ? A.shape : [...stack, n, 0], data: V },
  };
}
