import type { NdArray } from '../../array.ts';
import { EQUAL } from '../../kernel/lanes.ts';

/** The matrices of a stack, each column with the sign that makes its entry of largest magnitude positive, the first of equals. */
export function pointColumns({ shape, data }: NdArray): NdArray {
  const [m, n] = shape.slice(-2);
  const V = data.slice();
  for (let at = 0; at < V.length; at += m * n) {
    for (let j = at; j < at + n; j++) {
      let largest = 0;
      for (let p = j; p < at + m * n; p += n) if (Math.abs(V[p]) * EQUAL > Math.abs(largest)) largest = V[p];
      if (largest < 0) for (let p = j; p < at + m * n; p += n) V[p] = -V[p];
    }
  }
  return { shape, data: V };
}
