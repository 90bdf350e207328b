import type { NdArray } from '../../array.ts';
import { allocate } from '../../kernel/allocate.ts';
import { gemm } from '../../kernel/gemm.ts';
import { trsmLower } from '../../kernel/trsmLower.ts';

const STRIP = 32;

/** A⁻¹ = L⁻ᵀ·L⁻¹ of a stack of lower triangular L, with 2n³/3 operations: zeros of L⁻¹ are left out, strip by strip. */
export function inverse(L: NdArray): NdArray {
  const n = L.shape[L.shape.length - 1];
  const X = allocate(L.data.length);
  const K = new Float64Array(n * n);
  for (let x = 0; x < X.length; x += n * n) {
    // K := L⁻¹, whose strips of columns start at their diagonal.
    K.fill(0);
    for (let i = 0; i < n; i++) K[i * (n + 1)] = 1;
    for (let j = 0; j < n; j += STRIP) {
      const d = j * (n + 1);
      trsmLower(false, n - j, Math.min(STRIP, n - j), L.data, x + d, n, 1, K, d, n);
    }
    // Strips of rows end there: each adds to a leading block.
    for (let i = 0; i < n; i += STRIP) {
      const w = Math.min(STRIP, n - i);
      const k = i + w;
      gemm(k, k, w, 1, K, i * n, 1, n, K, i * n, n, 1, 1, X, x, n, true);
    }
    for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) X[x + j * n + i] = X[x + i * n + j];
  }
  return { shape: L.shape, data: X };
}
