import { gemm } from './gemm.ts';
import { LEAF, trsmLeaf } from './trsmLeaf.ts';

/** trsm for lower triangles, halved recursively, so that most of the work is gemm. */
export function trsmLower(
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
  if (n <= LEAF) {
    trsmLeaf(unit, n, k, T, tOff, tRow, tCol, B, bOff, bRow, 1);
    return;
  }
  const h = n >> 1;
  const rest = bOff + h * bRow;
  trsmLower(unit, h, k, T, tOff, tRow, tCol, B, bOff, bRow);
  gemm(n - h, k, h, -1, T, tOff + h * tRow, tRow, tCol, B, bOff, bRow, 1, 1, B, rest, bRow);
  trsmLower(unit, n - h, k, T, tOff + h * (tRow + tCol), tRow, tCol, B, rest, bRow);
}
