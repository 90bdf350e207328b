import { toOne } from '../eigh/loadLower.ts';

/**
 * Copies the m×n matrix at `off`, transposed if `flip`, times 2^-e so that its largest entry is in [1, 2), or as it is where that is near 1.
 *
 * @returns e
 */
export function load(
  op: string,
  m: number,
  n: number,
  A: Float64Array,
  off: number,
  flip: boolean,
  B: Float64Array,
  bOff: number,
): number {
  let max = 0;
  const step = flip ? m : 1;
  const line = flip ? 1 : n;
  for (let i = 0, p = off; i < m; i++) {
    for (let j = 0, q = bOff + i * line; j < n; j++, p++, q += step) {
      const x = A[p];
      B[q] = x;
      max = Math.max(max, Math.abs(x));
    }
  }
  return toOne(op, max, A, off, m * n, B, bOff);
}
