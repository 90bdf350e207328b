import { gemm } from '../../kernel/gemm.ts';
import { trsmLower } from '../../kernel/trsmLower.ts';
import { panel, WIDTH } from './panel.ts';

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
  if (n > m) trsmLower(true, m, n - m, F, off, n, 1, F, off + m, n);
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
  if (w <= WIDTH) return panel(m, n, F, off, piv, pivOff, j, w);
  const h = w >> 1;
  const r = j + h;
  const above = off + j * n;
  const below = off + r * n;
  const first = columns(m, n, F, off, piv, pivOff, j, h);
  trsmLower(true, h, w - h, F, above + j, n, 1, F, above + r, n);
  gemm(m - r, w - h, h, -1, F, below + j, n, 1, F, above + r, n, 1, 1, F, below + r, n);
  const second = columns(m, n, F, off, piv, pivOff, r, w - h);
  return first < 0 ? second : first;
}
