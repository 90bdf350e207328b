import { type NdArray, sizeOf } from '../../array.ts';
import { luFactor } from './factor.ts';

/** The factors of a stack of m×n matrices, tall or wide: P·A = L·U with r = min(m, n). */
export interface LUParts {
  /** Row i of P·A is row order[member·m + i] of that member of A. */
  readonly order: Int32Array;
  /** [..., m, r], unit lower triangular or trapezoidal; no entry exceeds 1. */
  readonly L: NdArray;
  /** [..., r, n], upper triangular or trapezoidal. */
  readonly U: NdArray;
}

/** LU with partial pivoting of each member of a stack [..., m, n], of any rank, as it stands: without scaling. */
export function luParts({ shape, data }: NdArray): LUParts {
  const stack = shape.slice(0, -2);
  const [m, n] = shape.slice(-2);
  const r = Math.min(m, n);
  const members = sizeOf(stack);
  const F = data.slice();
  const piv = new Int32Array(r);
  const order = new Int32Array(members * m);
  const L = new Float64Array(members * m * r);
  const U = new Float64Array(members * r * n);
  for (let member = 0; member < members; member++) {
    const f = member * m * n;
    const l = member * m * r;
    const first = member * m;
    luFactor(m, n, F, f, piv, 0);
    for (let i = 0; i < m; i++) {
      order[first + i] = i;
      const row = f + i * n;
      L.set(F.subarray(row, row + Math.min(i, r)), l + i * r);
      if (i >= r) continue;
      L[l + i * (r + 1)] = 1;
      U.set(F.subarray(row + i, row + n), (member * r + i) * n + i);
    }
    for (let k = 0; k < r; k++) {
      const p = first + k;
      const q = first + piv[k];
      [order[p], order[q]] = [order[q], order[p]];
    }
  }
  return { order, L: { shape: [...stack, m, r], data: L }, U: { shape: [...stack, r, n], data: U } };
}
