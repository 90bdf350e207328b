import { gemmSmall } from './gemmSmall.ts';
import { KC, MC, NC, type Panels, scalarPanels } from './panels.ts';

let panels = scalarPanels;

/** Gives gemm other inner loops. */
export function setPanels(other: Panels): void {
  panels = other;
}

/**
 * C := alpha·A·B + beta·C; A is m×k, B is k×n by any row and column strides (so transposes cost no copy),
 * C is m×n with row stride cRow. beta = 0 overwrites C whatever it holds. C must not overlap A or B. `lower` reads and
 * writes C on and below its diagonal only (syrk, if B is Aᵀ).
 */
export function gemm(
  m: number,
  n: number,
  k: number,
  alpha: number,
  A: Float64Array,
  aOff: number,
  aRow: number,
  aCol: number,
  B: Float64Array,
  bOff: number,
  bRow: number,
  bCol: number,
  beta: number,
  C: Float64Array,
  cOff: number,
  cRow: number,
  lower = false,
): void {
  if (beta !== 1) {
    for (let i = 0; i < m; i++) {
      const o = cOff + i * cRow;
      for (let j = o, end = o + (lower ? Math.min(n, i + 1) : n); j < end; j++)
        C[j] = beta === 0 ? 0 : beta * C[j];
    }
  }
  if (n < 3 || m < 2 || m * n * k < 2048) {
    gemmSmall(m, n, k, alpha, A, aOff, aRow, aCol, B, bOff, bRow, bCol, C, cOff, cRow, lower);
    return;
  }
  for (let j = 0; j < n; j += NC) {
    const nc = Math.min(NC, n - j);
    for (let l = 0; l < k; l += KC) {
      const kc = Math.min(KC, k - l);
      const bo = bOff + j * bCol + l * bRow;
      panels.pack(false, nc, kc, B, bo, bCol, bRow);
      for (let i = lower ? j : 0; i < m; i += MC) {
        const mc = Math.min(MC, m - i);
        const ao = aOff + i * aRow + l * aCol;
        panels.pack(true, mc, kc, A, ao, aRow, aCol);
        panels.multiply(mc, nc, kc, alpha, C, cOff + i * cRow + j, cRow, lower ? i - j : n);
      }
    }
  }
}
