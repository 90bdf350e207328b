import { gemm } from './gemm.ts';

const LEAF = 16;

/**
 * B := T·B for a triangular T (n×n) and a row-major B (n×k, row stride bRow), in place.
 *
 * T is read through strides: swapping tRow with tCol and negating `upper` multiplies by Tᵀ. Its other triangle is never
 * read, nor its diagonal if `unit`.
 */
export function trmm(
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
  if (n > LEAF) {
    const h = n >> 1;
    const low = tOff + h * (tRow + tCol);
    const rest = bOff + h * bRow;
    if (upper) {
      trmm(true, unit, h, k, T, tOff, tRow, tCol, B, bOff, bRow);
      gemm(h, k, n - h, 1, T, tOff + h * tCol, tRow, tCol, B, rest, bRow, 1, 1, B, bOff, bRow);
      trmm(true, unit, n - h, k, T, low, tRow, tCol, B, rest, bRow);
    } else {
      trmm(false, unit, n - h, k, T, low, tRow, tCol, B, rest, bRow);
      gemm(n - h, k, h, 1, T, tOff + h * tRow, tRow, tCol, B, bOff, bRow, 1, 1, B, rest, bRow);
      trmm(false, unit, h, k, T, tOff, tRow, tCol, B, bOff, bRow);
    }
    return;
  }
  for (let s = 0; s < n; s++) {
    // Rows whose old values are still wanted come last.
    const i = upper ? s : n - 1 - s;
    const t = tOff + i * tRow;
    const p = bOff + i * bRow;
    if (!unit) for (let c = p, d = T[t + i * tCol]; c < p + k; c++) B[c] *= d;
    const end = upper ? n : i;
    for (let j = upper ? i + 1 : 0; j < end; j++) {
      const x = T[t + j * tCol];
      for (let c = p, q = bOff + j * bRow; c < p + k; c++, q++) B[c] += x * B[q];
    }
  }
}
