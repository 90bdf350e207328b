import type { NdArray } from '../../array.ts';
import { like, lower, rows } from './layout.ts';

export const tril = (A: NdArray): NdArray => lower(A, 1);

/** (A + Aᵀ)/2; A itself where that changes nothing. */
export function sym(A: NdArray): NdArray {
  const n = rows(A);
  const { data } = A;
  let y: Float64Array | undefined;
  for (let at = 0; at < data.length; at += n * n) {
    for (let i = 1; i < n; i++) {
      for (let j = 0; j < i; j++) {
        const [p, q] = [at + i * n + j, at + j * n + i];
        if (data[p] === data[q]) continue;
        y ??= data.slice();
        // Halving first keeps the sum of two huge entries finite.
        y[p] = data[p] / 2 + data[q] / 2;
        y[q] = y[p];
      }
    }
  }
  return y ? like(A, y) : A;
}
