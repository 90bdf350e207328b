import { type NdArray, sizeOf } from '../../array.ts';
import { NoConvergenceError } from '../../errors.ts';
import { allocate } from '../../kernel/allocate.ts';
import { ql } from '../../kernel/ql.ts';
import { tridiagBlocked, tridiagWork } from '../../kernel/tridiagBlocked.ts';
import { ascending, finishValues } from './finish.ts';
import { loadLower } from './loadLower.ts';

/** Eigenvalues [..., n], ascending, of a stack [..., n, n] of symmetric matrices, of which the lower triangle is read. */
export function eigvalsh(A: NdArray, op: string): NdArray {
  const axes = A.shape.length - 2;
  const n = A.shape[axes];
  const stack = A.shape.slice(0, axes);
  const members = sizeOf(stack);
  const w = allocate(members * n);
  const B = allocate(n * n);
  const [d, e, tau] = [allocate(n), allocate(n), allocate(n)];
  const order = new Int32Array(n);
  const work = allocate(tridiagWork(n));
  for (let m = 0; m < members; m++) {
    const scale = loadLower(op, n, A.data, m * n * n, B, 0);
    tridiagBlocked(n, B, 0, n, d, e, tau, work);
    if (ql(n, d, e, 0, 0, B, 0, n) < 0) throw new NoConvergenceError(op, 30 * n, Number.NaN);
    ascending(n, d, order);
    finishValues(n, d, order, scale, w, m * n);
  }
  return { shape: [...stack, n], data: w };
}
