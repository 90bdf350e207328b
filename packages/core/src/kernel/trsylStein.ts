import { gemm } from './gemm.ts';
import { trsylBlock } from './trsylBlock.ts';

/**
 * X := solution of X - A·X·B = X in place for upper quasi-triangular A (m×m) and B (n×n) and an m×n right-hand side, all
 * row-major (Kitagawa 1977, one block column at a time). W is workspace of 4·m.
 *
 * Column block l: X_l - A·X_l·B_ll = C_l + A·(Σ_{j<l} X_j·B_jl), solved from the last row up.
 */
export function trsylStein(
  m: number,
  n: number,
  A: Float64Array,
  B: Float64Array,
  X: Float64Array,
  W: Float64Array,
): void {
  for (let l = 0, q = 1; l < n; l += q) {
    const b = l * (n + 1);
    q = l + 1 < n && B[b + n] !== 0 ? 2 : 1;
    gemm(m, q, l, 1, X, 0, n, 1, B, l, n, 1, 0, W, 0, q);
    gemm(m, q, m, 1, A, 0, m, 1, W, 0, q, 1, 1, X, l, n);
    for (let k = m, p = 1; k > 0; k -= p) {
      p = k > 1 && A[(k - 1) * m + k - 2] !== 0 ? 2 : 1;
      const first = k - p;
      gemm(p, q, m - k, 1, A, first * m + k, m, 1, X, k * n + l, n, 1, 0, W, 0, q);
      gemm(p, q, q, 1, W, 0, q, 1, B, b, n, 1, 1, X, first * n + l, n);
      trsylBlock(true, p, q, A, first * (m + 1), m, B, b, n, X, first * n + l, n);
    }
  }
}
