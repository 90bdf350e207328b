import { ldexp } from '../../kernel/exponent.ts';
import { gemm } from '../../kernel/gemm.ts';
import type { LDLFactors } from './divide.ts';

/** Pᵀ·L·D·Lᵀ·P of each member, [member, n, n]. */
export function reconstructLDL({ n, members, F, D, perm, shift }: LDLFactors): Float64Array {
  const A = new Float64Array(members * n * n);
  const LD = new Float64Array(n * n);
  const M = new Float64Array(n * n);
  for (let i = 0; i < members; i++) {
    const f = i * n * n;
    const d = 2 * n * i;
    const e = d + n;
    for (let r = 0; r < n; r++) {
      for (let j = 0, p = f + r * n; j < n; j++, p++) {
        let x = F[p] * D[d + j];
        if (j + 1 < n) x += F[p + 1] * D[e + j];
        if (j > 0) x += F[p - 1] * D[e + j - 1];
        LD[r * n + j] = x;
      }
    }
    gemm(n, n, n, 1, LD, 0, n, 1, F, f, 1, n, 0, M, 0, n);
    for (let r = 0; r < n; r++) {
      const row = f + perm[i * n + r] * n;
      for (let j = 0; j < n; j++) A[row + perm[i * n + j]] = ldexp(M[r * n + j], shift[i]);
    }
  }
  return A;
}
