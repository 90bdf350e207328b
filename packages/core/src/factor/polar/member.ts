import { gemm } from '../../kernel/gemm.ts';

/**
 * U and P of the m×n matrix X·diag(s)·Yᵀ, k = min(m, n), whose parts are at X[x], s[o] and Y[y]: U = X·Yᵀ, and
 * P = Y·diag(s)·Yᵀ if m >= n, else X·diag(s)·Xᵀ. W is workspace for k² numbers.
 */
export function polarMember(
  m: number,
  n: number,
  X: Float64Array,
  x: number,
  s: Float64Array,
  o: number,
  Y: Float64Array,
  y: number,
  U: Float64Array,
  u: number,
  P: Float64Array,
  p: number,
  W: Float64Array,
): void {
  const k = Math.min(m, n);
  const [Q, q] = m >= n ? [Y, y] : [X, x];
  gemm(m, n, k, 1, X, x, k, 1, Y, y, 1, k, 0, U, u, n);
  for (let i = 0, at = 0; i < k; i++) for (let j = 0; j < k; j++, at++) W[at] = Q[q + at] * s[o + j];
  gemm(k, k, k, 1, W, 0, k, 1, Q, q, 1, k, 0, P, p, k);
  for (let r = 0; r < k; r++) {
    for (let c = 0; c < r; c++) {
      const mean = P[p + r * k + c] / 2 + P[p + c * k + r] / 2;
      P[p + r * k + c] = mean;
      P[p + c * k + r] = mean;
    }
  }
}
