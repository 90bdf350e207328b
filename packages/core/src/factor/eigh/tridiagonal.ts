import { type NdArray, sizeOf, stackOf } from '../../array.ts';
import { NoConvergenceError } from '../../errors.ts';
import { divide } from '../../kernel/divide.ts';
import { divideWork } from '../../kernel/divideMerge.ts';
import { lanes } from '../../kernel/lanes.ts';
import { ql } from '../../kernel/ql.ts';
import { member, overStacks } from '../schur/members.ts';
import { normalised } from '../schur/normalise.ts';
import type { Eigh } from './eigh.ts';
import { ascending, finishRows, finishValues, pointRows } from './finish.ts';

// Above this, divide and conquer.
const SMALL = 32;

/** The diagonals of each member side by side, n×2, a zero below the shorter one. */
const sideBySide = (d: NdArray, e: NdArray): NdArray => {
  const n = d.shape[d.shape.length - 2];
  return overStacks([stackOf(d), stackOf(e)], n, 2, ([i, j], out) => {
    for (let k = 0; k < n; k++) {
      out[2 * k] = d.data[i * n + k];
      if (k + 1 < n) out[2 * k + 1] = e.data[j * (n - 1) + k];
    }
  });
};

/**
 * Decomposes symmetric tridiagonal matrices with diagonals d [..., n, 1] and e [..., n-1, 1] beside them: values alone in O(n²)
 * operations. `op` names the caller in errors; without vectors, V has none.
 */
export function eighTridiagonal(d: NdArray, e: NdArray, op: string, vectors = true): Eigh {
  const both = sideBySide(d, e);
  const n = both.shape[both.shape.length - 2];
  const stack = stackOf(both);
  const members = sizeOf(stack);
  const columns = vectors ? n : 0;
  const w = new Float64Array(members * n);
  const V = new Float64Array(members * n * columns);
  const [a, b, signs] = [new Float64Array(n), new Float64Array(n), new Float64Array(n)];
  const order = new Int32Array(n);
  const parts = vectors && n > SMALL ? { Z: new Float64Array(n * n), work: divideWork(n) } : undefined;
  const scaled = new Float64Array(2 * n);
  for (let m = 0; m < members; m++) {
    const exponent = normalised(2 * n, member(both, m), 0, scaled, 0);
    for (let k = 0; k < n; k++) [a[k], b[k]] = [scaled[2 * k], scaled[2 * k + 1]];
    parts?.Z.fill(0);
    if (vectors && !parts) lanes.unit(0, n);
    const done = parts ? divide(n, a, b, 0, parts.Z, 0, n, parts.work) : ql(n, a, b, 0, columns);
    if (done < 0) throw new NoConvergenceError(op, 30 * n, Number.NaN);
    ascending(n, a, order);
    finishValues(n, a, order, exponent, w, m * n);
    if (parts) {
      pointRows(n, n, parts.Z, signs);
      finishRows(n, n, parts.Z, order, signs, V, m * n * n);
    } else if (vectors) {
      lanes.point(0, n, n, signs);
      lanes.store(0, n, n, V, m * n * n, n, 1, order, signs);
    }
  }
  return {
    w: { shape: [...stack, n], data: w },
    V: { shape: [...stack, n, columns], data: V },
  };
}
