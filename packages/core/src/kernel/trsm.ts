import { gemm } from './gemm.ts';
import { trsv } from './trsv.ts';

const LEAF = 16;

/**
 * B := T⁻¹·B for a triangular T (n×n) and a row-major B (n×k, row stride bRow), in place.
 *
 * T is read through strides: swapping tRow with tCol and negating `upper` solves with Tᵀ. Its other triangle is
 * never read, nor its diagonal if `unit`.
 */
export function trsm(
  upper: boolean,
  unit: boolean,
  n: number,
  k: number,
  T: Float64Array,
  tOff: number,
  tRow: number,
  tCol: number,
  B: Float64Array,
  bOff: number,
  bRow: number,
): void {
  if (k < 3) {
    for (let c = 0; c < k; c++) trsv(upper, unit, n, T, tOff, tRow, tCol, B, bOff + c, bRow);
    return;
  }
  if (n > LEAF) {
    const h = n >> 1;
    const low = tOff + h * (tRow + tCol);
    const rest = bOff + h * bRow;
    if (upper) {
      trsm(true, unit, n - h, k, T, low, tRow, tCol, B, rest, bRow);
      gemm(h, k, n - h, -1, T, tOff + h * tCol, tRow, tCol, B, rest, bRow, 1, 1, B, bOff, bRow);
      trsm(true, unit, h, k, T, tOff, tRow, tCol, B, bOff, bRow);
    } else {
      trsm(false, unit, h, k, T, tOff, tRow, tCol, B, bOff, bRow);
      gemm(n - h, k, h, -1, T, tOff + h * tRow, tRow, tCol, B, bOff, bRow, 1, 1, B, rest, bRow);
      trsm(false, unit, n - h, k, T, low, tRow, tCol, B, rest, bRow);
    }
    return;
  }
  for (let s = 0; s < n; s++) {
    const i = upper ? n - 1 - s : s;
    const end = upper ? n : i;
    const t = tOff + i * tRow;
    const d = T[t + i * tCol];
    const p = bOff + i * bRow;
    let j = upper ? i + 1 : 0;
    for (; j + 3 < end; j += 4) {
      const u = t + j * tCol;
      const t0 = T[u];
      const t1 = T[u + tCol];
      const t2 = T[u + 2 * tCol];
      const t3 = T[u + 3 * tCol];
      const q = bOff + j * bRow;
      for (let c = 0; c < k; c++) {
        const v = q + c;
        B[p + c] -= t0 * B[v] + t1 * B[v + bRow] + (t2 * B[v + 2 * bRow] + t3 * B[v + 3 * bRow]);
      }
    }
    for (; j < end; j++) {
      const t0 = T[t + j * tCol];
      const q = bOff + j * bRow;
      for (let c = 0; c < k; c++) B[p + c] -= t0 * B[q + c];
    }
    if (!unit) for (let c = p; c < p + k; c++) B[c] /= d;
  }
}
