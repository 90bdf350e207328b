import type { NdArray } from '../array.ts';
import { SingularMatrixError } from '../errors.ts';

/** Refuses triangular matrices with a zero on the diagonal; hands the others on. */
export function requireNonzeroDiagonal(op: string, L: NdArray): NdArray {
  const n = L.shape[L.shape.length - 1] as number;
  for (let at = 0; at < L.data.length; at += n * n) {
    for (let i = 0; i < n; i++) {
      if (L.data[at + i * (n + 1)] === 0) {
        throw new SingularMatrixError(op, 0, i, L.shape.length > 2 ? at / (n * n) : undefined);
      }
    }
  }
  return L;
}
