import { trsmLower } from './trsmLower.ts';
import { trsv } from './trsv.ts';

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
  // Upper from the last row up is lower with all strides negative.
  const sign = upper ? -1 : 1;
  const first = upper ? n - 1 : 0;
  trsmLower(
    unit,
    n,
    k,
    T,
    tOff + first * (tRow + tCol),
    sign * tRow,
    sign * tCol,
    B,
    bOff + first * bRow,
    sign * bRow,
  );
}
