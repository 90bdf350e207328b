import { gemm } from './gemm.ts';
import { symv } from './symv.ts';
import { panelDot, panelSubtract } from './symvPanel.ts';
import { tridiag } from './tridiag.ts';
import { tridiagReflector } from './tridiagReflector.ts';

const NB = 16;
// Up to here one reflector at a time is faster.
const SMALL = 512;
const STRIP = 96;

/** Numbers of workspace that tridiagBlocked needs. */
export const tridiagWork = (n: number): number => (3 * NB + 3) * n;

/**
 * The same as tridiag, half of it as matrix products (Dongarra, Sorensen and Hammarling 1989): NB reflectors are found
 * before the rest of the matrix is updated by -V·Wᵀ - W·Vᵀ.
 */
export function tridiagBlocked(
  n: number,
  A: Float64Array,
  aOff: number,
  aRow: number,
  d: Float64Array,
  e: Float64Array,
  tau: Float64Array,
  work: Float64Array,
): void {
  const c = 3 * NB * n; // coefficients, then products
  const coefficients = work.subarray(c, c + n);
  const product = work.subarray(c + n, c + 2 * n);
  let end = n;
  while (end > SMALL) {
    const first = end - NB;
    // Rows of work: V, W and V again, so that [V; W] and [W; V] are both at hand.
    const V = 0;
    const W = NB * n;
    for (let i = end - 1, done = 0; i >= first; i--, done++) {
      const row = aOff + i * aRow;
      panelSubtract(done, i + 1, work, V, n, work, W + i, n, A, row);
      panelSubtract(done, i + 1, work, W, n, work, V + i, n, A, row);
      const t = tridiagReflector(i - 1, A, row, 1, row + i - 1);
      d[i] = A[row + i];
      e[i - 1] = A[row + i - 1];
      A[row + i - 1] = 1;
      tau[i] = t;
      const v = V + done * n;
      const w = W + done * n;
      for (let j = 0; j < i; j++) work[v + j] = A[row + j];
      for (let j = i; j < end; j++) {
        work[v + j] = 0;
        work[w + j] = 0;
      }
      symv(i, A, aOff, aRow, work, v, product);
      panelDot(done, i, work, W, n, work, v, coefficients, 0);
      panelSubtract(done, i, work, V, n, coefficients, 0, 1, product, 0);
      panelDot(done, i, work, V, n, work, v, coefficients, 0);
      panelSubtract(done, i, work, W, n, coefficients, 0, 1, product, 0);
      let dot = 0;
      for (let j = 0; j < i; j++) dot += product[j] * work[v + j];
      const half = 0.5 * t * dot;
      for (let j = 0; j < i; j++) work[w + j] = t * (product[j] - half * work[v + j]);
    }
    work.copyWithin(2 * NB * n, 0, NB * n);
    for (let r = 0; r < first; r += STRIP) {
      const rows = Math.min(STRIP, first - r);
      gemm(rows, r + rows, 2 * NB, -1, work, r, 1, n, work, W, n, 1, 1, A, aOff + r * aRow, aRow);
    }
    end = first;
  }
  tridiag(end, A, aOff, aRow, d, e, tau, product);
}
