import { divide } from '../../kernel/divide.ts';
import { divideWork } from '../../kernel/divideMerge.ts';
import { lanes } from '../../kernel/lanes.ts';
import { ql } from '../../kernel/ql.ts';
import { tridiag } from '../../kernel/tridiag.ts';
import { tridiagApply } from '../../kernel/tridiagApply.ts';
import { tridiagBlocked, tridiagWork } from '../../kernel/tridiagBlocked.ts';
import { tridiagQ } from '../../kernel/tridiagQ.ts';
import { ascending, finishRows, finishValues, pointRows } from './finish.ts';
import { loadLower } from './loadLower.ts';

// Above this, divide and conquer.
const SMALL = 32;

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

/** Room for one n×n matrix. */
export function workOf(n: number, vectors: boolean): Work {
  if (n <= SMALL) return few;
  if (kept?.n === n) return kept;
  const work = workFor(n, vectors || n <= KEPT);
  if (n <= KEPT) kept = work;
  return work;
}

/**
 * Decomposes the symmetric matrix whose lower triangle is at A[a]: w at its offset, and V, if `vectors`. Whether the iterations
 * converged; `op` names the caller where it is not finite.
 */
export function eighMember(
  op: string,
  n: number,
  vectors: boolean,
  work: Work,
  A: Float64Array,
  a: number,
  w: Float64Array,
  wOff: number,
  V: Float64Array,
  vOff: number,
): boolean {
  const { A: B, Z, d, tau, order, parts } = work;
  const e = loadLower(op, n, A, a, B, 0);
  if (!decompose(n, vectors, work)) return false;
  ascending(n, d, order);
  finishValues(n, d, order, e, w, wOff);
  if (!vectors) return true;
  if (parts) {
    pointRows(n, n, Z, tau);
    finishRows(n, n, Z, order, tau, V, vOff);
  } else {
    lanes.point(0, n, n, tau);
    lanes.store(0, n, n, V, vOff, n, 1, order, tau);
  }
  return true;
}
