import { type NdArray, sizeOf } from '../../array.ts';
import { NoConvergenceError } from '../../errors.ts';
import { allocate } from '../../kernel/allocate.ts';
import { divide } from '../../kernel/divide.ts';
import { divideWork } from '../../kernel/divideMerge.ts';
import { ql } from '../../kernel/ql.ts';
import { tridiag } from '../../kernel/tridiag.ts';
import { tridiagApply } from '../../kernel/tridiagApply.ts';
import { tridiagBlocked, tridiagWork } from '../../kernel/tridiagBlocked.ts';
import { tridiagQ } from '../../kernel/tridiagQ.ts';
import { once } from '../once.ts';
import {
  ascending,
  finishRows,
  finishValues,
  finishVectors,
  largestEntries,
  largestOfRows,
} from './finish.ts';
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

const vectorsOf = (n: number) => ({
  d: new Float64Array(n),
  e: new Float64Array(n),
  tau: new Float64Array(n),
  row: new Float64Array(n),
  order: new Int32Array(n),
});
type Vectors = ReturnType<typeof vectorsOf>;
const few = /* @__PURE__ */ vectorsOf(SMALL);

function small(n: number, V: Float64Array, at: number, { d, e, tau, row }: Vectors): boolean {
  tridiag(n, V, at, n, d, e, tau, row);
  tridiagQ(n, V, at, n, tau, row);
  return ql(n, d, e, 0, n, V, at, n) >= 0;
}

// Workspace for n <= KEPT is kept for the next call: to allocate it takes as long as a third of the decomposition.
const KEPT = 128;
let kept:
  | { readonly n: number; readonly big: ReturnType<typeof large>; readonly vectors: Vectors }
  | undefined;

function workspaceOf(n: number) {
  if (kept?.n === n) return kept;
  const work = { n, big: large(n), vectors: vectorsOf(n) };
  if (n <= KEPT) kept = work;
  return work;
}

/** The same above SMALL, in workspace of its own; the eigenvectors are rows of Z. */
function large(n: number) {
  const work = new Float64Array(tridiagWork(n));
  const parts = divideWork(n);
  const A = new Float64Array(n * n);
  const Z = new Float64Array(n * n);
  const run = ({ d, e, tau }: Vectors): boolean => {
    tridiagBlocked(n, A, 0, n, d, e, tau, work);
    Z.fill(0);
    if (divide(n, d, e, 0, Z, 0, n, parts) < 0) return false;
    tridiagApply(n, A, 0, n, tau, n, Z, 0, n);
    return true;
  };
  return { A, Z, run };
}

/** Decomposes each member of a stack [..., n, n], of which the lower triangle is read; `op` names the caller in errors. */
export const eigh = (A: NdArray, op: string): Eigh => once('eigh', A, op, decompose);

function decompose(A: NdArray, op: string): Eigh {
  const axes = A.shape.length - 2;
  const n = A.shape[axes];
  const stack = A.shape.slice(0, axes);
  const members = axes === 0 ? 1 : sizeOf(stack);
  const w = allocate(members * n);
  const V = allocate(members * n * n);
  const { big, vectors } = n > SMALL ? workspaceOf(n) : { big: undefined, vectors: few };
  const { d, tau, row, order } = vectors;
  for (let m = 0; m < members; m++) {
    const at = m * n * n;
    const e = big ? loadLower(op, n, A.data, at, big.A, 0) : loadLower(op, n, A.data, at, V, at);
    if (!(big ? big.run(vectors) : small(n, V, at, vectors)))
      throw new NoConvergenceError(op, 30 * n, Number.NaN);
    ascending(n, d, order);
    finishValues(n, d, order, e, w, m * n);
    if (big) {
      largestOfRows(n, n, big.Z, tau);
      finishRows(n, n, big.Z, order, tau, V, at);
    } else {
      largestEntries(n, n, V, at, n, tau);
      finishVectors(n, n, V, at, n, order, tau, row);
    }
  }
  return { w: { shape: axes === 0 ? [n] : [...stack, n], data: w }, V: { shape: A.shape, data: V } };
}
