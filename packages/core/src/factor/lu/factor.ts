import { gemm } from '../../kernel/gemm.ts';
import { swap } from '../../kernel/swap.ts';
import { trsm } from '../../kernel/trsm.ts';

const LEAF = 16;

/**
 * P·F = L·U in place, for a row-major m×n matrix; L is unit lower triangular or trapezoidal.
 *
 * Partial pivoting; row k was exchanged with piv[k] >= k at step k < min(m, n). The columns are halved recursively
 * (Toledo 1997), so nearly all of the work is gemm.
 *
 * @returns index of the first pivot that is exactly zero, or -1
 */
export function luFactor(
  m: number,
  n: number,
  F: Float64Array,
  off: number,
  piv: Int32Array,
  pivOff: number,
): number {
  const zero = columns(m, n, F, off, piv, pivOff, 0, Math.min(m, n));
  if (n > m) trsm(false, true, m, n - m, F, off, n, 1, F, off + m, n);
  return zero;
}

/** Factors columns j..j+w-1 on rows j..m-1; whole rows are exchanged. */
function columns(
  m: number,
  n: number,
  F: Float64Array,
  off: number,
  piv: Int32Array,
  pivOff: number,
  j: number,
  w: number,
): number {
  if (w <= LEAF || n <= 32) return leaf(m, n, F, off, piv, pivOff, j, w);
  const h = w >> 1;
  const r = j + h;
  const above = off + j * n;
  const below = off + r * n;
  const first = columns(m, n, F, off, piv, pivOff, j, h);
  trsm(false, true, h, w - h, F, above + j, n, 1, F, above + r, n);
  gemm(m - r, w - h, h, -1, F, below + j, n, 1, F, above + r, n, 1, 1, F, below + r, n);
  const second = columns(m, n, F, off, piv, pivOff, r, w - h);
  return first < 0 ? second : first;
}

function leaf(
  m: number,
  n: number,
  F: Float64Array,
  off: number,
  piv: Int32Array,
  pivOff: number,
  j: number,
  w: number,
): number {
  let zero = -1;
  const last = j + w;
  const end = off + m * n;
  for (let k = j; k < last; k++) {
    const row = off + k * n;
    const diag = row + k;
    let best = Math.abs(F[diag]);
    let at = diag;
    for (let q = diag + n; q < end; q += n) {
      const x = Math.abs(F[q]);
      if (x > best) {
        best = x;
        at = q;
      }
    }
    piv[pivOff + k] = k + (at - diag) / n;
    if (at !== diag) swap(n, F, row, at - k, 1);
    if (best === 0) {
      if (zero < 0) zero = k;
      continue;
    }
    const pivot = F[diag];
    const right = row + last;
    let q = diag + n;
    for (; q + n < end; q += 2 * n) {
      const s = F[q] / pivot;
      const t = F[q + n] / pivot;
      F[q] = s;
      F[q + n] = t;
      for (let p = diag + 1, u = q + 1, v = q + n + 1; p < right; p++, u++, v++) {
        const x = F[p];
        F[u] -= s * x;
        F[v] -= t * x;
      }
    }
    if (q < end) {
      const s = F[q] / pivot;
      F[q] = s;
      for (let p = diag + 1, u = q + 1; p < right; p++, u++) F[u] -= s * F[p];
    }
  }
  return zero;
}
