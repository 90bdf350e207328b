import { gemm } from './gemm.ts';
import { trsylBlock } from './trsylBlock.ts';

const LEAF = 8;

/** About half of n, not inside a 2×2 block of the quasi-triangular T. */
export function halfway(n: number, T: Float64Array, off: number, row: number): number {
  const h = n >> 1;
  return T[off + h * row + h - 1] === 0 ? h : h + 1;
}

/**
 * X := solution of A·X + X·B = X in place for upper quasi-triangular A (m×m) and B (n×n) and an m×n right-hand side, all
 * row-major with their own row strides (Bartels and Stewart 1972, halved recursively after Jonsson and Kågström 2002, so
 * that most of the work is gemm). 1/0 where eigenvalues of A and -B meet.
 */
export function trsyl(
  m: number,
  n: number,
  A: Float64Array,
  aOff: number,
  aRow: number,
  B: Float64Array,
  bOff: number,
  bRow: number,
  X: Float64Array,
  xOff: number,
  xRow: number,
): void {
  if (m > LEAF && m >= n) {
    // [A₁ A₁₂; 0 A₂]: the rows below first.
    const h = halfway(m, A, aOff, aRow);
    const low = xOff + h * xRow;
    trsyl(m - h, n, A, aOff + h * (aRow + 1), aRow, B, bOff, bRow, X, low, xRow);
    gemm(h, n, m - h, -1, A, aOff + h, aRow, 1, X, low, xRow, 1, 1, X, xOff, xRow);
    trsyl(h, n, A, aOff, aRow, B, bOff, bRow, X, xOff, xRow);
  } else if (n > LEAF) {
    const h = halfway(n, B, bOff, bRow);
    trsyl(m, h, A, aOff, aRow, B, bOff, bRow, X, xOff, xRow);
    gemm(m, n - h, h, -1, X, xOff, xRow, 1, B, bOff + h, bRow, 1, 1, X, xOff + h, xRow);
    trsyl(m, n - h, A, aOff, aRow, B, bOff + h * (bRow + 1), bRow, X, xOff + h, xRow);
  } else {
    leaf(m, n, A, aOff, aRow, B, bOff, bRow, X, xOff, xRow);
  }
}

function leaf(
  m: number,
  n: number,
  A: Float64Array,
  aOff: number,
  aRow: number,
  B: Float64Array,
  bOff: number,
  bRow: number,
  X: Float64Array,
  xOff: number,
  xRow: number,
): void {
  for (let l = 0, q = 1; l < n; l += q) {
    const b = bOff + l * (bRow + 1);
    q = l + 1 < n && B[b + bRow] !== 0 ? 2 : 1;
    for (let k = m, p = 1; k > 0; k -= p) {
      p = k > 1 && A[aOff + (k - 1) * aRow + k - 2] !== 0 ? 2 : 1;
      const first = k - p;
      for (let i = first; i < k; i++) {
        for (let j = l; j < l + q; j++) {
          let s = X[xOff + i * xRow + j];
          for (let c = k; c < m; c++) s -= A[aOff + i * aRow + c] * X[xOff + c * xRow + j];
          for (let c = 0; c < l; c++) s -= X[xOff + i * xRow + c] * B[bOff + c * bRow + j];
          X[xOff + i * xRow + j] = s;
        }
      }
      const a = aOff + first * (aRow + 1);
      trsylBlock(false, p, q, A, a, aRow, B, b, bRow, X, xOff + first * xRow + l, xRow);
    }
  }
}
