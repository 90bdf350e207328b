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
    let r = 0;
    let p = aOff;
    for (; r + 1 < i; r += 2, p += 2 * aRow) {
      const x = A[v + r];
      const y = w[r];
      const x1 = A[v + r + 1];
      const y1 = w[r + 1];
      const q = p + aRow;
      for (let j = 0; j <= r; j++) {
        const a = w[j];
        const b = A[v + j];
        A[p + j] -= x * a + y * b;
        A[q + j] -= x1 * a + y1 * b;
      }
      A[q + r + 1] -= 2 * x1 * y1;
    }
    if (r < i) for (let j = 0; j <= r; j++) A[p + j] -= A[v + r] * w[j] + w[r] * A[v + j];
  }
}
