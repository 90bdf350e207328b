import { type NdArray, sizeOf } from '../../array.ts';
import { NoConvergenceError } from '../../errors.ts';
import { allocate } from '../../kernel/allocate.ts';
import { divide } from '../../kernel/divide.ts';
import { divideWork } from '../../kernel/divideMerge.ts';
import { lanes } from '../../kernel/lanes.ts';
import { ql } from '../../kernel/ql.ts';
import { tridiag } from '../../kernel/tridiag.ts';
import { tridiagApply } from '../../kernel/tridiagApply.ts';
import { tridiagBlocked, tridiagWork } from '../../kernel/tridiagBlocked.ts';
import { tridiagQ } from '../../kernel/tridiagQ.ts';
import { once } from '../once.ts';
import { ascending, finishRows, finishValues, pointRows } from './finish.ts';
import { loadLower } from './loadLower.ts';

// Above this, divide and conquer.
const SMALL = 32;

/** Eigenvalues and eigenvectors of a stack of symmetric matrices: A·V = V·diag(w). */
export interface Eigh {
  /** [..., n], ascending. */
  readonly w: NdArray;
  /** [..., n, n], orthonormal columns; the largest entry of each is positive (the first of equals). */
  readonly V: NdArray;
}

/** Where matrices of one size are decomposed. */
const workFor = (n: number, vectors: boolean) => ({
  n,
  A: new Float64Array(n * n),
  /** Eigenvectors as rows, if they are not in lanes. */
  Z: new Float64Array(n > SMALL && vectors ? n * n : 0),
  d: new Float64Array(n),
  e: new Float64Array(n),
  tau: new Float64Array(n),
  row: new Float64Array(n > SMALL ? tridiagWork(n) : n),
  order: new Int32Array(n),
  parts: n > SMALL && vectors ? divideWork(n) : undefined,
});
type Work = ReturnType<typeof workFor>;
const few = /* @__PURE__ */ workFor(SMALL, true);

function decompose(n: number, vectors: boolean, { A, Z, d, e, tau, row, parts }: Work): boolean {
  if (n > SMALL) tridiagBlocked(n, A, 0, n, d, e, tau, row);
  else tridiag(n, A, 0, n, d, e, tau, row);
  if (!parts || !vectors) {
    if (vectors) {
      tridiagQ(n, A, 0, n, tau);
      lanes.load(0, n, n, A, 0, 1, n);
    }
    return ql(n, d, e, 0, vectors ? n : 0) >= 0;
  }
  Z.fill(0);
  if (divide(n, d, e, 0, Z, 0, n, parts) < 0) return false;
  tridiagApply(n, A, 0, n, tau, n, Z, 0, n);
  return true;
}

// Workspace for n <= KEPT is kept for the next call: to allocate it takes as long as a third of the decomposition.
const KEPT = 128;
let kept: Work | undefined;

function workOf(n: number, vectors: boolean): Work {
  if (n <= SMALL) return few;
  if (kept?.n === n) return kept;
  const work = workFor(n, vectors || n <= KEPT);
  if (n <= KEPT) kept = work;
  return work;
}

/**
 * Decomposes each member of a stack [..., n, n], of which the lower triangle is read; `op` names the caller in errors. Without
 * vectors, V has none.
 */
export const eigh = (A: NdArray, op: string, vectors = true): Eigh =>
  vectors ? once('eigh', A, op, all) : once('eigh, none', A, op, values);

const all = (A: NdArray, op: string) => decomposeAll(A, op, true);
const values = (A: NdArray, op: string) => decomposeAll(A, op, false);

function decomposeAll(A: NdArray, op: string, vectors: boolean): Eigh {
  const axes = A.shape.length - 2;
  const n = A.shape[axes];
  const stack = A.shape.slice(0, axes);
  const members = axes === 0 ? 1 : sizeOf(stack);
  const columns = vectors ? n : 0;
  const w = allocate(members * n);
  const V = allocate(members * n * columns);
  const work = workOf(n, vectors);
  const { A: B, Z, d, tau, order, parts } = work;
  for (let m = 0; m < members; m++) {
    const at = m * n * n;
    const e = loadLower(op, n, A.data, at, B, 0);
    if (!decompose(n, vectors, work)) throw new NoConvergenceError(op, 30 * n, Number.NaN);
    ascending(n, d, order);
    finishValues(n, d, order, e, w, m * n);
    if (!vectors) continue;
    if (parts) {
      pointRows(n, n, Z, tau);
      finishRows(n, n, Z, order, tau, V, at);
    } else {
      lanes.point(0, n, n, tau);
      lanes.store(0, n, n, V, at, n, 1, order, tau);
    }
  }
  return {
    w: { shape: axes === 0 ? [n] : [...stack, n], data: w },
    V: { shape: vectors ? A.shape : [...stack, n, 0], data: V },
  };
}
