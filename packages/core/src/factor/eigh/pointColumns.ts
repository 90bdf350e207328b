import type { NdArray } from '../../array.ts';
import { largestEntries } from './finish.ts';

/** The matrices of a stack, each column with the sign that makes its entry of largest magnitude positive. */
export function pointColumns({ shape, data }: NdArray): NdArray {
  const [m, n] = shape.slice(-2);
  const largest = new Float64Array(n);
  const V = data.slice();
  for (let at = 0; at < V.length; at += m * n) {
    largestEntries(m, n, V, at, n, largest);
    for (let p = 0; p < m * n; p++) if (largest[p % n] < 0) V[at + p] = -V[at + p];
  }
  return { shape, data: V };
}
