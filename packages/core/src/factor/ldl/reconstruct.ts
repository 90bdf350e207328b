import { ldexp } from '../../kernel/exponent.ts';
import { gemm } from '../../kernel/gemm.ts';
import { workspace } from '../../kernel/workspace.ts';

/** A[a] := Pᵀ·L·D·Lᵀ·P·2^shift, n×n, of factors as ldlFactor leaves them at F[f], D[d] and perm[q]. */
export function reconstructLDL(
  n: number,
  F: Float64Array,
  f: number,
  D: Float64Array,
  d: number,
  perm: Int32Array,
  q: number,
  shift: number,
  A: Float64Array,
  a: number,
): void {
  // L·D, then its product with Lᵀ.
  const W = workspace(2 * n * n);
  const e = d + n;
  for (let r = 0, at = 0; r < n; r++) {
    for (let j = 0, p = f + r * n; j < n; j++, p++, at++) {
      let x = F[p] * D[d + j];
      if (j + 1 < n) x += F[p + 1] * D[e + j];
      if (j > 0) x += F[p - 1] * D[e + j - 1];
      W[at] = x;
    }
  }
  gemm(n, n, n, 1, W, 0, n, 1, F, f, 1, n, 0, W, n * n, n);
  for (let r = 0, at = n * n; r < n; r++) {
    const row = a + perm[q + r] * n;
    for (let j = 0; j < n; j++, at++) A[row + perm[q + j]] = ldexp(W[at], shift);
  }
}
