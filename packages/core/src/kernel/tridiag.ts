import { symv } from './symv.ts';
import { tridiagReflector } from './tridiagReflector.ts';

/**
 * T = Qᵀ·A·Q tridiagonal for a symmetric n×n matrix of which only the lower triangle is read and overwritten.
 *
 * Q = H_{n-1}···H_1 with H_i = I - tau_i·v_i·v_iᵀ; v_i, of length i with v_i[i-1] = 1, overwrites row i left of the
 * diagonal. d gets the diagonal of T, e the n-1 entries beside it. From the last row up, so that v_i and the triangle that
 * remains are rows in memory. w: n numbers of workspace.
 */
export function tridiag(
  n: number,
  A: Float64Array,
  aOff: number,
  aRow: number,
  d: Float64Array,
  e: Float64Array,
  tau: Float64Array,
  w: Float64Array,
): void {
  for (let i = n - 1; i >= 0; i--) {
    const v = aOff + i * aRow;
    d[i] = A[v + i];
    if (i === 0) break;
    const t = tridiagReflector(i - 1, A, v, 1, v + i - 1);
    e[i - 1] = A[v + i - 1];
    A[v + i - 1] = 1;
    tau[i] = t;
    if (t === 0) continue;
    symv(i, A, aOff, aRow, A, v, w);
    let dot = 0;
    for (let j = 0; j < i; j++) dot += w[j] * A[v + j];
    // H·A·H = A - v·wᵀ - w·vᵀ for w = tau·(A·v - ½·tau·(vᵀ·A·v)·v)
    const half = 0.5 * t * dot;
    for (let j = 0; j < i; j++) w[j] = t * (w[j] - half * A[v + j]);
    for (let r = 0, p = aOff; r < i; r++, p += aRow) {
      const x = A[v + r];
      const y = w[r];
      for (let j = 0; j <= r; j++) A[p + j] -= x * w[j] + y * A[v + j];
    }
  }
}
